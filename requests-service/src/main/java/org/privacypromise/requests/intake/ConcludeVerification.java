package org.privacypromise.requests.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.VerificationConcluded;
import org.privacypromise.events.VerificationConcluded.Purpose;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.AdvanceRequest;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ContactPointVerified;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.CustomerRecognised;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ProofMissing;
import org.privacypromise.requests.lifecycle.step.Status;
import org.privacypromise.requests.notice.NoticeKind;
import org.privacypromise.requests.notice.Notices;
import org.privacypromise.requests.screening.PrepareScreening;
import org.privacypromise.requests.verification.Verification;
import org.privacypromise.requests.verification.VerificationRepository;

/**
 * Lets a guest's request go where its verification leads. A mailbox proves that somebody can read it: that is enough for
 * what is known by that mailbox alone, and not for a customer's account.
 */
@ApplicationScoped
class ConcludeVerification {

    private final VerificationRepository verifications;
    private final RequestRepository requests;
    private final AdvanceRequest advance;
    private final PrepareScreening screening;
    private final Notices notices;

    ConcludeVerification(
            VerificationRepository verifications,
            RequestRepository requests,
            AdvanceRequest advance,
            PrepareScreening screening,
            Notices notices) {
        this.verifications = verifications;
        this.requests = requests;
        this.advance = advance;
        this.screening = screening;
        this.notices = notices;
    }

    static Purpose purposeOf(Right right) {
        return right == Right.ACCESS ? Purpose.ACCESS_REQUEST : Purpose.ERASURE_REQUEST;
    }

    /** Keeps what was told, whether or not its request is here yet, and acts on it; in the caller's transaction. */
    Uni<Void> hear(VerificationConcluded told) {
        return requests.lockVerification(told.verificationId())
                .chain(() -> verifications.learn(told))
                .chain(known -> requestOf(known)
                        .chain(request -> request == null
                                ? Uni.createFrom().voidItem()
                                : requests.lock(request.id()).chain(locked -> conclude(locked, known))));
    }

    /** The request that was sent with it; else the one that it is meant to save, whose own verification ran out of time. */
    private Uni<@Nullable Request> requestOf(Verification verification) {
        return requests.withVerification(verification.id())
                .chain(request -> request != null ? Uni.createFrom().item(request) : saved(verification));
    }

    private Uni<@Nullable Request> saved(Verification verification) {
        UUID id = uuid(verification.requestId());
        if (id == null || !verification.isVerified()) {
            return Uni.createFrom().nullItem();
        }
        return requests.findById(id)
                .chain(request -> request == null || request.verificationId() == null
                        ? Uni.createFrom().nullItem()
                        : verifications
                                .findById(request.verificationId())
                                .map(first ->
                                        first != null && first.isSameContactPoint(verification) ? request : null));
    }

    /** Acts on how it ended; in the caller's transaction, in which the request is locked. */
    Uni<Void> conclude(Request request, Verification verification) {
        if (request.status() != Status.AWAITING_VERIFICATION) {
            return Uni.createFrom().voidItem();
        }
        if (verification.isVerified() && isMeantFor(request, verification)) {
            return verification.customerIds().isEmpty()
                    ? go(
                            request,
                            new ContactPointVerified(verification.id(), verification.contactRef()),
                            NoticeKind.RECEIVED)
                    : go(
                            request,
                            new CustomerRecognised(verification.id(), verification.contactRef()),
                            NoticeKind.SIGN_IN_NEEDED);
        }
        if (verification.isVerified() || verification.hasFailed()) {
            return advance.hear(request.id(), new ProofMissing()).chain(() -> screening.forget(request.id()));
        }
        // It ran out of time, which another code can make good.
        return Uni.createFrom().voidItem();
    }

    private static boolean isMeantFor(Request request, Verification verification) {
        String bound = verification.requestId();
        return verification.isFor(purposeOf(request.right()))
                && (bound == null || bound.equals(request.id().toString()));
    }

    private Uni<Void> go(Request request, LifecycleEvent event, NoticeKind notice) {
        return advance.hear(request.id(), event).chain(after -> notices.append(after, notice, Map.of()));
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
