package org.privacypromise.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts, a few times a minute, what waits to be published and what is parked. */
@ApplicationScoped
class OutboxWatch {

    private static final String BACKLOG = """
            SELECT count(*) AS size,
                   coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::float8 AS age
              FROM outbox""";
    private static final String PARKED = "SELECT consumer, count(*) AS events FROM parked_event GROUP BY consumer";

    private final Pool pool;
    private final List<EventHandler> handlers;
    private final MultiGauge parkedGauge;

    private volatile double backlog;
    private volatile double oldestAge;
    private volatile Map<String, Long> parked = Map.of();

    OutboxWatch(Pool pool, MeterRegistry meters, @All List<EventHandler> handlers) {
        this.pool = pool;
        this.handlers = handlers;
        Gauge.builder("outbox.backlog", () -> backlog)
                .description("Events committed and not yet published")
                .register(meters);
        Gauge.builder("outbox.oldest.age", () -> oldestAge)
                .description("Age of the oldest event not yet published")
                .baseUnit("seconds")
                .register(meters);
        parkedGauge = MultiGauge.builder("inbox.parked")
                .description("Events parked for a person to replay or drop")
                .register(meters);
    }

    @Scheduled(every = "15s", identity = "outbox-watch")
    Uni<Void> look() {
        return pool.query(BACKLOG)
                .execute()
                .invoke(this::sawBacklog)
                .chain(() -> pool.query(PARKED).execute())
                .invoke(this::sawParked)
                .replaceWithVoid();
    }

    /** Parked events by consumer, as of the last look; every consumer of this service is in it. */
    Map<String, Long> parked() {
        return parked;
    }

    private void sawBacklog(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        backlog = row.getLong("size");
        oldestAge = row.getDouble("age");
    }

    private void sawParked(RowSet<Row> rows) {
        Map<String, Long> counts = new TreeMap<>();
        handlers.forEach(handler -> counts.put(handler.consumer(), 0L));
        rows.forEach(row -> counts.put(row.getString("consumer"), row.getLong("events")));
        parked = counts;
        parkedGauge.register(
                counts.entrySet().stream()
                        .<MultiGauge.Row<?>>map(
                                count -> MultiGauge.Row.of(Tags.of("consumer", count.getKey()), count.getValue()))
                        .toList(),
                true);
    }
}
