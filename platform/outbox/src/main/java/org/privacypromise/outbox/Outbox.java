package org.privacypromise.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.hibernate.reactive.engine.ReactiveAfterTransactionCompletionProcess;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Publishes what a transaction did: an appended event reaches its topic if and only if the transaction commits, at
 * least once, and in the order of the commits per key.
 *
 * <p>The order holds if the transaction has read or locked the aggregate before it appends, and the aggregate has a
 * version column or a row lock: then no two transactions append for it at once.
 */
@ApplicationScoped
public class Outbox {

    // Columns of arrays: however many events there are, it is one statement, and always the same.
    private static final String APPEND = """
            INSERT INTO outbox (event_id, topic, event_key, type, data_schema, event_time, payload)
            SELECT event_id, topic, event_key, type, data_schema, event_time, payload
              FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::bytea[])
                   WITH ORDINALITY AS e (event_id, topic, event_key, type, data_schema, event_time, payload, place)
             ORDER BY place""";

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
        return appendAll(List.of(event));
    }

    /** As {@link #append}, all of these in their order, by one statement. */
    public Uni<Void> appendAll(List<OutboxEvent> events) {
        events.forEach(this::requireThatABrokerTakesIt);
        return events.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .invoke(this::nudgeAfterCommit)
                        .chain(session -> DirectStatement.update(session, APPEND, columns(events)))
                        .replaceWithVoid();
    }

    private void requireThatABrokerTakesIt(OutboxEvent event) {
        byte[] payload = event.payload();
        if (payload != null && payload.length > config.maxPayload()) {
            throw new IllegalArgumentException(
                    "the payload of a " + event.type() + " exceeds " + config.maxPayload() + " bytes");
        }
    }

    private static Object[] columns(List<OutboxEvent> events) {
        return new Object[] {
            events.stream().map(OutboxEvent::id).toArray(UUID[]::new),
            events.stream().map(OutboxEvent::topic).toArray(String[]::new),
            events.stream().map(OutboxEvent::key).toArray(String[]::new),
            events.stream().map(OutboxEvent::type).toArray(String[]::new),
            events.stream().map(OutboxEvent::dataSchema).toArray(String[]::new),
            events.stream().map(event -> event.time().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new),
            events.stream()
                    .map(event -> event.payload() == null ? null : Buffer.buffer(event.payload()))
                    .toArray(Buffer[]::new)
        };
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
        DirectStatement.reactive(session).getReactiveActionQueue().registerProcess(nudge);
    }
}
