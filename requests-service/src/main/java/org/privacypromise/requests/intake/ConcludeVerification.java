package org.privacypromise.requests.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.VerificationConcluded;
import org.privacypromise.frame.InTurn;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.AdvanceRequest;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ContactPointVerified;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.CustomerRecognised;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.NoProofNeeded;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ProofMissing;
import org.privacypromise.requests.lifecycle.step.Status;
import org.privacypromise.requests.notice.NoticeKind;
import org.privacypromise.requests.notice.Notices;
import org.privacypromise.requests.objection.ReceiveObjection;
import org.privacypromise.requests.screening.PrepareScreening;
import org.privacypromise.requests.verification.Verification;
import org.privacypromise.requests.verification.VerificationRepository;

/**
 * Lets what a guest has asked go where its verification leads. A mailbox proves that somebody can read it: that is enough for
 * what is known by that mailbox alone, and not for a customer's account.
 */
@ApplicationScoped
class ConcludeVerification {

    private final VerificationRepository verifications;
    private final RequestRepository requests;
    private final AdvanceRequest advance;
    private final PrepareScreening screening;
    private final ReceiveObjection objections;
    private final Notices notices;

    ConcludeVerification(
            VerificationRepository verifications,
            RequestRepository requests,
            AdvanceRequest advance,
            PrepareScreening screening,
            ReceiveObjection objections,
            Notices notices) {
        this.verifications = verifications;
        this.requests = requests;
        this.advance = advance;
        this.screening = screening;
        this.objections = objections;
        this.notices = notices;
    }

    /** Keeps what was told, whether or not its requests are here yet, and acts on it; in the caller's transaction. */
    Uni<Void> hear(VerificationConcluded told) {
        return requests.lockVerification(told.verificationId())
                .chain(() -> verifications.learn(told))
                .chain(known -> submissionOf(known)
                        .chain(submission -> submission == null
                                ? Uni.createFrom().voidItem()
                                : requests.lockSubmission(submission).chain(locked -> conclude(locked, known))));
    }

    /** What was sent with it; else what it is meant to save, whose own verification ran out of time. */
    private Uni<@Nullable UUID> submissionOf(Verification verification) {
        return requests.withVerification(verification.id())
                .chain(sent -> sent.isEmpty()
                        ? saved(verification)
                        : Uni.createFrom().item(sent.getFirst().submissionId()));
    }

    private Uni<@Nullable UUID> saved(Verification verification) {
        UUID id = uuid(verification.requestId());
        if (id == null || !verification.isVerified()) {
            return Uni.createFrom().nullItem();
        }
        return requests.findById(id)
                .chain(request -> request == null || request.verificationId() == null
                        ? Uni.createFrom().nullItem()
                        : verifications
                                .findById(request.verificationId())
                                .map(first -> first != null && first.isSameContactPoint(verification)
                                        ? request.submissionId()
                                        : null));
    }

    /** Acts on how it ended, for all that was asked in one go; in the caller's transaction, in which all are locked. */
    Uni<Void> conclude(List<Request> submission, Verification verification) {
        List<Request> waiting = submission.stream()
                .filter(request -> request.status() == Status.AWAITING_VERIFICATION)
                .toList();
        List<UUID> toProve = ids(waiting, Right::needsProof);
        return InTurn.all(
                        ids(waiting, right -> !right.needsProof()),
                        id -> objections
                                .name(id, verification.contactRef())
                                .chain(() -> advance.hear(id, new NoProofNeeded())))
                .chain(() ->
                        toProve.isEmpty() ? Uni.createFrom().voidItem() : conclude(submission, toProve, verification));
    }

    private static List<UUID> ids(List<Request> waiting, Predicate<Right> which) {
        return waiting.stream()
                .filter(request -> which.test(request.right()))
                .map(Request::id)
                .toList();
    }

    private Uni<Void> conclude(List<Request> submission, List<UUID> waiting, Verification verification) {
        if (verification.isVerified() && isMeantFor(submission, verification)) {
            return verification.customerIds().isEmpty()
                    ? go(
                            waiting,
                            new ContactPointVerified(verification.id(), verification.contactRef()),
                            NoticeKind.RECEIVED)
                    : go(
                            waiting,
                            new CustomerRecognised(verification.id(), verification.contactRef()),
                            NoticeKind.SIGN_IN_NEEDED);
        }
        if (verification.isVerified() || verification.hasFailed()) {
            return InTurn.all(
                            waiting, id -> advance.hear(id, new ProofMissing()).call(() -> screening.forget(id)))
                    .replaceWithVoid();
        }
        // It ran out of time, which another code can make good.
        return Uni.createFrom().voidItem();
    }

    private static boolean isMeantFor(List<Request> submission, Verification verification) {
        String bound = verification.requestId();
        return ProofOf.fits(
                        verification, submission.stream().map(Request::right).toList())
                && (bound == null
                        || submission.stream()
                                .anyMatch(request -> bound.equals(request.id().toString())));
    }

    private Uni<Void> go(List<UUID> waiting, LifecycleEvent event, NoticeKind notice) {
        return InTurn.all(waiting, id -> advance.hear(id, event))
                .chain(after -> notices.append(after, notice, Map.of()));
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
