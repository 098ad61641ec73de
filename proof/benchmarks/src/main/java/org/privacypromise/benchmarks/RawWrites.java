package org.privacypromise.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;

/**
 * The limit of a write: the transaction that a change is made of, as a client does it that knows all statements
 * beforehand, as pgbench would. No HTTP, no token, no hash, no JSON to be made; nothing publishes what it leaves in the
 * outbox. In a copy of the service's database.
 */
final class RawWrites {

    private static final String LOCK =
            "SELECT version, choices, ledger_head FROM preferences WHERE key = $1 FOR UPDATE";
    private static final String CHANGE =
            "UPDATE preferences SET version = $2, changed_at = $3, choices = $4, ledger_head = $5 WHERE key = $1";
    private static final String EVIDENCE = """
            INSERT INTO consent_record (key, version, recorded_at, source, actor, notice_version, language, changes,
                                        details, previous_hash, hash)
            VALUES ($1, $2, $3, 'CUSTOMER', $4, $5, 'en', $6, '{}', $7, $8)""";
    private static final String EVENTS = """
            INSERT INTO outbox (event_id, topic, event_key, type, data_schema, event_time, payload)
            VALUES ($1, 'preferences.events.v1', $3, 'preferences.choices-changed.v1',
                    'urn:privacy-promise:schema:preferences.choices-changed.v1', $4, $5),
                   ($2, 'preferences.state.v1', $3, 'preferences.state.v1',
                    'urn:privacy-promise:schema:preferences.state.v1', $4, $6)""";

    private final Pool pool;
    private final int people;
    private final Payloads payloads;
    private final JsonObject changes;
    private final String noticeVersion;
    private final Random random = new Random(2);

    RawWrites(Pool pool, int people, Payloads payloads, JsonObject changes, String noticeVersion) {
        this.pool = pool;
        this.people = people;
        this.payloads = payloads;
        this.changes = changes;
        this.noticeVersion = noticeVersion;
    }

    /** One change of one customer, of whom each client has its own. */
    Future<?> write(int client, int clients) {
        int customer = 1 + client + clients * random.nextInt(people / clients);
        String id = Population.customer(customer);
        return pool.withTransaction(
                connection -> lock(connection, "c:" + id).compose(row -> change(connection, id, row)));
    }

    private static Future<Row> lock(SqlConnection connection, String key) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(key))
                .map(rows -> rows.iterator().next());
    }

    private Future<?> change(SqlConnection connection, String id, Row row) {
        String key = "c:" + id;
        long version = row.getLong(0) + 1;
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        Buffer previous = row.getBuffer(2);
        byte[] hash = new byte[32];
        random.nextBytes(hash);
        Buffer next = Buffer.buffer(hash);
        return connection
                .preparedQuery(CHANGE)
                .execute(Tuple.of(key, version, now, row.getJsonObject(1), next))
                .compose(ignored -> connection.preparedQuery(EVIDENCE).execute(Tuple.from(new Object[] {
                    key, version, now, id, noticeVersion, changes, previous, next
                })))
                .compose(ignored -> connection
                        .preparedQuery(EVENTS)
                        .execute(Tuple.of(
                                UUID.randomUUID(), UUID.randomUUID(), key, now, payloads.change(), payloads.state())));
    }
}
