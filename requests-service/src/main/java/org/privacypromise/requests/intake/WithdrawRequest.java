package org.privacypromise.requests.intake;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.privacypromise.requests.lifecycle.AdvanceRequest;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.Withdrawn;
import org.privacypromise.requests.lifecycle.step.Status;
import org.privacypromise.requests.screening.PrepareScreening;

/** Takes a request back, as long as no system is at work on it. */
@ApplicationScoped
class WithdrawRequest {

    private final RequestRepository requests;
    private final AdvanceRequest advance;
    private final PrepareScreening screening;

    WithdrawRequest(RequestRepository requests, AdvanceRequest advance, PrepareScreening screening) {
        this.requests = requests;
        this.advance = advance;
        this.screening = screening;
    }

    /** Doing it again changes nothing. */
    Uni<Request> withdraw(UUID id, ShowRequest.Asker asker) {
        return Panache.withTransaction(() -> requests.lock(id)
                .map(asker::requireOwn)
                .chain(request -> request.status() == Status.WITHDRAWN
                        ? Uni.createFrom().item(request)
                        : advance.advance(id, new Withdrawn()).call(() -> screening.forget(id))));
    }
}
