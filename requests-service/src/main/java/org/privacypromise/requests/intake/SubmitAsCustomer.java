package org.privacypromise.requests.intake;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.requests.clock.DeriveDueDate;
import org.privacypromise.requests.lifecycle.AdvanceRequest;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.notice.NoticeKind;
import org.privacypromise.requests.notice.Notices;
import org.privacypromise.requests.screening.PrepareScreening;

/**
 * Takes a customer's request in: the clock starts, and who asked is proven already. Whoever asks for the same again while
 * it is open is told of the first one, however many ask at once.
 */
@ApplicationScoped
class SubmitAsCustomer {

    private final RequestRepository requests;
    private final AdvanceRequest advance;
    private final DeriveDueDate dueDate;
    private final PrepareScreening screening;
    private final Notices notices;
    private final Clock clock;

    SubmitAsCustomer(
            RequestRepository requests,
            AdvanceRequest advance,
            DeriveDueDate dueDate,
            PrepareScreening screening,
            Notices notices,
            Clock clock) {
        this.requests = requests;
        this.advance = advance;
        this.dueDate = dueDate;
        this.screening = screening;
        this.notices = notices;
        this.clock = clock;
    }

    Uni<Submission> submit(String customer, NewRequest wish, @Nullable PersonalText ipAddress) {
        return Panache.withTransaction(() -> requests.lockCustomer(customer)
                .chain(() -> requests.openOf(customer, wish.right()))
                .chain(open -> open == null
                        ? receive(customer, wish, ipAddress)
                        : Uni.createFrom().item(Submission.known(open))));
    }

    private Uni<Submission> receive(String customer, NewRequest wish, @Nullable PersonalText ipAddress) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Request request = Request.bySignedIn(customer, dueDate.ofReceipt(now, wish.place(), wish.right()), now);
        return advance.receive(request)
                .call(() -> screening.prepare(request, ipAddress))
                .call(() -> notices.append(request, NoticeKind.RECEIVED, Map.of()))
                .map(received -> new Submission(received, true, null));
    }
}
