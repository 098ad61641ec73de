package org.privacypromise.requests.lifecycle;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.privacypromise.outbox.PoisonEventException;
import org.privacypromise.requests.lifecycle.step.Lifecycle;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent;

/**
 * Lets a request take a step: the new status, its line in the history and the event about it are committed together or
 * not at all. The only way to change a status.
 */
@ApplicationScoped
public class AdvanceRequest {

    private final RequestRepository requests;
    private final RequestHistoryRepository history;
    private final PublishRequestEvent events;
    private final Clock clock;

    AdvanceRequest(
            RequestRepository requests, RequestHistoryRepository history, PublishRequestEvent events, Clock clock) {
        this.requests = requests;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /** Takes a new request in; joins the caller's transaction. */
    public Uni<Request> receive(Request request) {
        return Panache.withTransaction(() -> requests.persistAndFlush(request)
                .call(() -> history.persist(RequestHistory.received(request)))
                .call(() -> events.received(request)));
    }

    /**
     * Joins the caller's transaction if there is one; the request is locked until that ends.
     *
     * @return fails with {@link org.privacypromise.requests.lifecycle.step.IllegalTransitionException} if it cannot
     *     happen now, and with {@link IllegalArgumentException} if there is no such request
     */
    public Uni<Request> advance(UUID id, LifecycleEvent event) {
        return Panache.withTransaction(() -> locked(id).call(request -> take(request, event)));
    }

    /**
     * As {@link #advance}, for what is heard from others: late and repeated news changes nothing.
     *
     * @return fails with {@link PoisonEventException} if it can neither happen now nor could have before
     */
    public Uni<Request> hear(UUID id, LifecycleEvent event) {
        return Panache.withTransaction(() -> locked(id).call(request -> {
            if (Lifecycle.isPast(request.status(), event)) {
                return Uni.createFrom().voidItem();
            }
            if (!Lifecycle.allows(request.status(), event)) {
                throw new PoisonEventException(
                        event.name() + " cannot happen to a request that is " + request.status());
            }
            return take(request, event);
        }));
    }

    private Uni<Request> locked(UUID id) {
        return requests.lock(id)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalArgumentException("there is no request " + id));
    }

    private Uni<Void> take(Request request, LifecycleEvent event) {
        return history.persist(request.apply(event, clock)).chain(() -> events.statusChanged(request));
    }
}
