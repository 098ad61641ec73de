package org.privacypromise.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import org.hibernate.reactive.engine.ReactiveActionQueue;
import org.hibernate.reactive.engine.ReactiveAfterTransactionCompletionProcess;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.session.ReactiveSession;

/**
 * Publishes what a transaction did: an appended event reaches its topic if and only if the transaction commits, at
 * least once, and in the order of the commits per key.
 *
 * <p>The order holds if the transaction has read or locked the aggregate before it appends, and the aggregate has a
 * version column or a row lock: then no two transactions append for it at once.
 */
@ApplicationScoped
public class Outbox {

    private final OutboxConfig config;
    private final RelayLoop relay;

    Outbox(OutboxConfig config, RelayLoop relay) {
        this.config = config;
        this.relay = relay;
    }

    /**
     * Appends in the caller's transaction; after its commit the relay is woken.
     *
     * @throws IllegalArgumentException if the payload is larger than {@code privacy.outbox.max-payload}: one that the
     *     broker refuses would block all others
     * @return fails with {@link IllegalStateException} outside a transaction
     */
    public Uni<Void> append(OutboxEvent event) {
        byte[] payload = event.payload();
        if (payload != null && payload.length > config.maxPayload()) {
            throw new IllegalArgumentException(
                    "the payload of a " + event.type() + " exceeds " + config.maxPayload() + " bytes");
        }
        return Panache.getSession()
                .invoke(this::nudgeAfterCommit)
                .chain(session -> session.persist(new OutboxRow(event)));
    }

    private void nudgeAfterCommit(Mutiny.Session session) {
        if (session.currentTransaction() == null) {
            throw new IllegalStateException("append to the outbox inside a transaction (Panache.withTransaction)");
        }
        ReactiveAfterTransactionCompletionProcess nudge = (committed, ignored) -> {
            if (committed) {
                relay.nudge();
            }
            return CompletableFuture.completedStage(null);
        };
        actions(session).registerProcess(nudge);
    }

    /** Hibernate Reactive's public interface has no hook after the commit, so this is its own queue of them. */
    private static ReactiveActionQueue actions(Mutiny.Session session) {
        return ((MutinySessionImpl) session).unwrap(ReactiveSession.class).getReactiveActionQueue();
    }
}
