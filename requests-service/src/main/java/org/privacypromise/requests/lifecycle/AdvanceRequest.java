package org.privacypromise.requests.lifecycle;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.outbox.PoisonEventException;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.keys.SubjectKeys;
import org.privacypromise.requests.clock.DeriveDueDate;
import org.privacypromise.requests.lifecycle.step.Lifecycle;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.MovesClock;

/**
 * Lets a request take a step: the new status, its line in the history and the event about it are committed together or
 * not at all, and so is every derivation of the due date. The only way to change either.
 */
@ApplicationScoped
public class AdvanceRequest {

    private final RequestRepository requests;
    private final RequestHistoryRepository history;
    private final RequestDerivationRepository derivations;
    private final DeriveDueDate dueDate;
    private final SubjectKeys keys;
    private final PublishRequestEvent events;
    private final Clock clock;

    AdvanceRequest(
            RequestRepository requests,
            RequestHistoryRepository history,
            RequestDerivationRepository derivations,
            DeriveDueDate dueDate,
            SubjectKeys keys,
            PublishRequestEvent events,
            Clock clock) {
        this.requests = requests;
        this.history = history;
        this.derivations = derivations;
        this.dueDate = dueDate;
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    /** Takes a new request in; joins the caller's transaction. */
    public Uni<Request> receive(Request request) {
        return receive(request, null);
    }

    /** As {@link #receive(Request)}, noting who of us typed it in, and how they knew whose it is. */
    public Uni<Request> receive(Request request, @Nullable Decision by) {
        return Panache.withTransaction(() -> requests.persistAndFlush(request)
                .call(() -> note(RequestHistory.received(request), by))
                .call(() -> derivations.persist(new RequestDerivation(request)))
                .call(() -> events.received(request)));
    }

    /**
     * Joins the caller's transaction if there is one; the request is locked until that ends.
     *
     * @return fails with {@link org.privacypromise.requests.lifecycle.step.IllegalTransitionException} if it cannot
     *     happen now, with {@link org.privacypromise.requests.clock.law.ContradictoryFactsException} if its dates cannot
     *     be true, and with {@link IllegalArgumentException} if there is no such request
     */
    public Uni<Request> advance(UUID id, LifecycleEvent event) {
        return Panache.withTransaction(() -> locked(id).call(request -> take(request, event, null)));
    }

    /** As {@link #advance(UUID, LifecycleEvent)}, by somebody of us. */
    public Uni<Request> advance(UUID id, LifecycleEvent event, Decision by) {
        return Panache.withTransaction(() -> locked(id).call(request -> take(request, event, by)));
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
            return take(request, event, null);
        }));
    }

    private Uni<Request> locked(UUID id) {
        return requests.lock(id)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalArgumentException("there is no request " + id));
    }

    private Uni<Void> take(Request request, LifecycleEvent event, @Nullable Decision by) {
        RequestHistory line = request.apply(event, clock);
        return note(line, by)
                .chain(() -> event instanceof MovesClock moved
                        ? deriveAnew(request, moved)
                        : Uni.createFrom().voidItem())
                .chain(() -> events.statusChanged(request));
    }

    private Uni<Void> deriveAnew(Request request, MovesClock event) {
        request.derive(dueDate.of(FactsAfter.of(request.derivation().facts(), event)));
        return derivations.persist(new RequestDerivation(request)).replaceWithVoid();
    }

    private Uni<Void> note(RequestHistory line, @Nullable Decision by) {
        if (by == null) {
            return history.persist(line).replaceWithVoid();
        }
        return keys.forWriting(RequestKey.subject(line.requestId()), RequestKey.RECORDS)
                .invoke(key -> line.decided(
                        by.staff(),
                        FieldCipher.encrypt(
                                key, RequestHistory.placeOfWords(line.requestId(), line.version()), by.words())))
                .chain(() -> history.persist(line))
                .replaceWithVoid();
    }
}
