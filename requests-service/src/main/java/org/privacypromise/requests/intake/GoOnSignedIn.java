package org.privacypromise.requests.intake;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.requests.lifecycle.AdvanceRequest;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.lifecycle.step.Lifecycle;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.SignedIn;
import org.privacypromise.requests.lifecycle.step.Status;
import org.privacypromise.requests.notice.NoticeKind;
import org.privacypromise.requests.notice.Notices;
import org.privacypromise.requests.verification.VerificationRepository;

/**
 * Makes a guest's request the customer's, with all that was asked in the same go, if the verified contact point is theirs.
 * The clock has been running since the guest asked. For everybody else there is no such request.
 */
@ApplicationScoped
class GoOnSignedIn {

    private final RequestRepository requests;
    private final VerificationRepository verifications;
    private final AdvanceRequest advance;
    private final Notices notices;

    GoOnSignedIn(
            RequestRepository requests, VerificationRepository verifications, AdvanceRequest advance, Notices notices) {
        this.requests = requests;
        this.verifications = verifications;
        this.advance = advance;
        this.notices = notices;
    }

    /** Doing it again changes nothing. */
    Uni<Request> goOn(UUID id, String customer) {
        return Panache.withTransaction(() -> requests.lock(id)
                .call(request -> requireResolvedTo(customer, request))
                .chain(request -> customer.equals(request.customerId()) && request.status() != Status.AWAITING_SIGN_IN
                        ? Uni.createFrom().item(request)
                        : goOnTogether(request, customer)));
    }

    private Uni<Request> goOnTogether(Request named, String customer) {
        SignedIn event = new SignedIn(customer);
        return advance.advance(named.id(), event)
                .chain(after -> requests.lockSubmission(named.submissionId()))
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .filter(other -> Lifecycle.allows(other.status(), event))
                        .onItem()
                        .transformToUniAndConcatenate(other -> advance.advance(other.id(), event))
                        .collect()
                        .asList()
                        .map(others -> all.stream()
                                .filter(one -> one.id().equals(named.id()) || others.contains(one))
                                .toList()))
                .chain(gone -> notices.append(gone, NoticeKind.RECEIVED, Map.of()))
                .replaceWith(named);
    }

    private Uni<Void> requireResolvedTo(String customer, @Nullable Request request) {
        if (request != null && customer.equals(request.customerId())) {
            return Uni.createFrom().voidItem();
        }
        if (request == null || request.verificationId() == null) {
            throw notFound();
        }
        return verifications
                .findById(request.verificationId())
                .invoke(verification -> {
                    if (request.customerId() != null
                            || verification == null
                            || !verification.isVerified()
                            || !verification.customerIds().contains(customer)) {
                        throw notFound();
                    }
                })
                .replaceWithVoid();
    }

    private static ProblemException notFound() {
        return ShowRequest.notFound();
    }
}
