package org.privacypromise.outbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Moves committed events from the outbox to their topics, one batch a transaction: the rows are gone if and only if the
 * broker has acknowledged all of them. What a crash leaves in doubt is sent again.
 *
 * <p>Of all relays of a database one publishes at a time: it holds an advisory lock. A relay that was paused loses the
 * lock to the next one; that one finds another's name in {@code outbox_relay} and therefore fences the paused one's
 * producer, <em>before</em> it reads a row. So nothing older than what is already there is ever sent: the last record
 * of a key is the newest.
 */
final class OutboxRelay implements AutoCloseable {

    /** How long PostgreSQL leaves the lock to a relay that says nothing; longer than a batch can take to be sent. */
    static final Duration LOCK_PATIENCE = Duration.ofSeconds(30);

    private static final long LOCK = 0x6f75_7462_6f78L; // "outbox"

    private static final String TAKE_TURN = """
            SELECT set_config('idle_in_transaction_session_timeout', $1, true),
                   EXISTS (SELECT FROM outbox) AS due,
                   holder = $2 AS ours,
                   published_at < clock_timestamp() - $3 * interval '1 ms' AS silent,
                   pg_try_advisory_xact_lock($4) AS locked
              FROM outbox_relay""";

    // MATERIALIZED: the planner must not choose the rows anew for each that it deletes.
    private static final String TAKE_BATCH = """
            WITH due AS MATERIALIZED (SELECT id FROM outbox ORDER BY id LIMIT $1),
                 gone AS (DELETE FROM outbox o USING due WHERE o.id = due.id
                          RETURNING o.id, event_id, topic, event_key, type, data_schema, event_time, payload),
                 turn AS (UPDATE outbox_relay SET holder = $2, published_at = clock_timestamp())
            SELECT event_id, topic, event_key, type, data_schema, event_time, payload FROM gone ORDER BY id""";

    private final UUID name = UUID.randomUUID();
    private final Pool pool;
    private final FencingProducer producer;
    private final EnvelopeWriter envelope;
    private final int batch;
    private final Duration takeover;
    private final Duration lockPatience;

    OutboxRelay(
            Pool pool,
            FencingProducer producer,
            EnvelopeWriter envelope,
            int batch,
            Duration takeover,
            Duration lockPatience) {
        this.pool = pool;
        this.producer = producer;
        this.envelope = envelope;
        this.batch = batch;
        this.takeover = takeover;
        this.lockPatience = lockPatience;
    }

    /**
     * Publishes the oldest rows. One call at a time.
     *
     * @return how many; 0 if there are none or another relay publishes
     */
    Uni<Integer> publishBatch() {
        return pool.withTransaction(connection -> takeTurn(connection)
                .chain(ours -> ours ? publish(connection) : Uni.createFrom().item(0)));
    }

    private Uni<Boolean> takeTurn(SqlConnection connection) {
        return connection
                .preparedQuery(TAKE_TURN)
                .execute(Tuple.of(String.valueOf(lockPatience.toMillis()), name, (double) takeover.toMillis(), LOCK))
                .map(rows -> rows.iterator().next())
                .chain(turn -> {
                    boolean ours = turn.getBoolean("ours");
                    if (!turn.getBoolean("locked") || !turn.getBoolean("due") || !(ours || turn.getBoolean("silent"))) {
                        return Uni.createFrom().item(false);
                    }
                    return ours && producer.isReady()
                            ? Uni.createFrom().item(true)
                            : blocking(producer::takeOver).replaceWith(true);
                });
    }

    private Uni<Integer> publish(SqlConnection connection) {
        return connection
                .preparedQuery(TAKE_BATCH)
                .execute(Tuple.of(batch, name))
                .map(this::records)
                .call(records -> blocking(() -> producer.send(records)))
                .map(List::size);
    }

    private List<ProducerRecord<String, byte[]>> records(RowSet<Row> rows) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(rows.rowCount());
        for (RowIterator<Row> row = rows.iterator(); row.hasNext(); ) {
            records.add(envelope.write(row.next()));
        }
        return records;
    }

    /** Kafka's producer blocks, so it never runs on an event loop. */
    private static Uni<Void> blocking(Runnable work) {
        return Uni.createFrom()
                .<Void>item(() -> {
                    work.run();
                    return null;
                })
                .runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    @Override
    public void close() {
        producer.close();
    }
}
