package org.privacypromise.requests.intake;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.Arrival;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.notice.NoticeKind;
import org.privacypromise.requests.notice.Notices;

/**
 * Takes a customer's requests in: it is proven already who asked. Whoever asks for the same again while it is open is told
 * of the first one, however many ask at once.
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
    Uni<Submitted> submit(String customer, Submission submission) {
        Arrival arrival = receive.arrival(submission);
        List<Request> fresh = new ArrayList<>();
        return requests.lockCustomer(customer)
                .chain(() -> Multi.createFrom()
                        .iterable(submission.rights())
                        .onItem()
                        .transformToUniAndConcatenate(right -> open(customer, right)
                                .chain(known -> known != null
                                        ? Uni.createFrom().item(known)
                                        : receive.receive(
                                                        Request.byKnown(
                                                                customer,
                                                                receive.derivation(submission, arrival, right),
                                                                arrival),
                                                        submission)
                                                .invoke(fresh::add)))
                        .collect()
                        .asList())
                .call(() -> fresh.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : notices.append(fresh, NoticeKind.RECEIVED, Map.of()))
                .map(all -> new Submitted(all, !fresh.isEmpty(), null));
    }

    private Uni<@Nullable Request> open(String customer, Right right) {
        return right.isSameWhenRepeated()
                ? requests.openOf(customer, right)
                : Uni.createFrom().nullItem();
    }
}
