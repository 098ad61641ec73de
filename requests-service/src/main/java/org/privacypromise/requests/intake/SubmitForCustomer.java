package org.privacypromise.requests.intake;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.clock.law.Derivation;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.intake.Submission.Who.Customer;
import org.privacypromise.requests.lifecycle.Arrival;
import org.privacypromise.requests.lifecycle.Claimant;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.lifecycle.step.Status;
import org.privacypromise.requests.notice.NoticeKind;
import org.privacypromise.requests.notice.Notices;

/**
 * Takes a customer's requests in. Whoever asks for the same again while it is open is told of the first one, however many
 * ask at once; but a customer who signed in is never put off with what somebody else asked in their name.
 */
@ApplicationScoped
class SubmitForCustomer {

    private final RequestRepository requests;
    private final ReceiveRequest receive;
    private final Notices notices;

    SubmitForCustomer(RequestRepository requests, ReceiveRequest receive, Notices notices) {
        this.requests = requests;
        this.receive = receive;
        this.notices = notices;
    }

    /** In the caller's transaction. */
    Uni<Submitted> submit(Customer customer, Submission submission) {
        Arrival arrival = receive.arrival(submission);
        List<Request> fresh = new ArrayList<>();
        return requests.lockCustomer(customer.id())
                .chain(() -> Multi.createFrom()
                        .iterable(submission.rights())
                        .onItem()
                        .transformToUniAndConcatenate(right -> open(customer, submission, right)
                                .chain(known -> known != null
                                        ? Uni.createFrom().item(known)
                                        : receive.receive(made(customer, submission, arrival, right), submission)
                                                .invoke(fresh::add)))
                        .collect()
                        .asList())
                .call(() -> tell(fresh))
                .map(all -> new Submitted(all, !fresh.isEmpty(), null));
    }

    private Request made(Customer customer, Submission submission, Arrival arrival, Right right) {
        Derivation derivation = receive.derivation(submission, arrival, right);
        return Request.by(
                customer.proven() ? Claimant.known(customer.id()) : Claimant.named(customer.id()), derivation, arrival);
    }

    /** What the person asked before counts for them; what somebody took down for them is folded into anything open. */
    private Uni<@Nullable Request> open(Customer customer, Submission submission, Right right) {
        if (!right.isSameWhenRepeated()) {
            return Uni.createFrom().nullItem();
        }
        return submission.isOnline()
                ? requests.openOf(customer.id(), right)
                : requests.openInNameOf(customer.id(), right);
    }

    private Uni<Void> tell(List<Request> fresh) {
        if (fresh.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        boolean signInNeeded = fresh.stream().anyMatch(request -> request.status() == Status.AWAITING_SIGN_IN);
        return notices.append(fresh, signInNeeded ? NoticeKind.SIGN_IN_NEEDED : NoticeKind.RECEIVED, Map.of());
    }
}
