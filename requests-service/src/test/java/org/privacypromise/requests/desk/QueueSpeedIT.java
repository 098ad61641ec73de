package org.privacypromise.requests.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Desk;

/**
 * How fast the queue is with 10,000 open requests of eight tasks each: every page within 50 ms, whatever is asked for. The
 * best of three rounds counts, as the machine has other things to do as well; the log tells all.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueSpeedIT {

    private static final Logger LOG = Logger.getLogger(QueueSpeedIT.class);
    private static final Duration LIMIT = Duration.ofMillis(50);
    private static final int CALLS = 25;
    private static final String OURS = "customer_id LIKE 'c-speed-%'";

    private static final List<String> QUERIES = List.of(
            "",
            "limit=200",
            "right=ERASURE",
            "place=DE",
            "stage=FULFILLING",
            "dueInDays=7",
            "system=system-3",
            "system=nowhere",
            "assignee=speed-7",
            "assignee=nobody",
            "alert=EIGHTY",
            "alert=OVERDUE",
            "right=ACCESS&place=FR&system=system-5&alert=HALF");

    @BeforeAll
    void ten_thousand_requests() {
        Database.column("""
                INSERT INTO request (id, submission_id, customer_id, asked_for, channel, regime, place, status, version,
                                     received_at, changed_at, due_date, derivation, planned_at)
                SELECT id, id, 'c-speed-' || n, CASE n % 4 WHEN 0 THEN 'ERASURE' ELSE 'ACCESS' END, 'SIGNED_IN', 'EU_GDPR',
                       (ARRAY['DE', 'FR', 'ES', 'IT'])[1 + n % 4], 'FULFILLING', 3, now() - n % 28 * interval '1 day', now(),
                       current_date + 28 - n % 30, '{}', now()
                  FROM (SELECT gen_random_uuid() AS id, n FROM generate_series(1, 10000) AS n) AS numbered""");
        Database.column("""
                INSERT INTO fulfilment (request_id, operation, stage, customer_ids, contact_refs, next_attempt_at,
                                        completed_at, answered_at)
                SELECT id, 'ACCESS', 1, '{}', '{}', '9999-01-01', now(), now() FROM request WHERE
                """ + OURS);
        Database.column("""
                INSERT INTO task (id, request_id, system, stage, version, state, issued_at)
                SELECT gen_random_uuid(), id, 'system-' || n, 1, 1, CASE WHEN n < 4 THEN 'ANSWERED' ELSE 'ISSUED' END, now()
                  FROM request, generate_series(1, 8) AS n WHERE
                """ + OURS);
        Database.column("INSERT INTO desk_case SELECT id, 'speed-' || substr(customer_id, 9)::int % 20, 1 FROM request"
                + " WHERE substr(customer_id, 9)::int % 2 = 0 AND " + OURS);
        Database.column("""
                INSERT INTO request_alert
                SELECT id, level, due_date, now() FROM request, unnest(ARRAY['HALF', 'TARGET', 'EIGHTY', 'OVERDUE']) AS level
                 WHERE substr(customer_id, 9)::int % 3 = 0 AND
                """ + OURS + " ON CONFLICT DO NOTHING");
        Database.column("ANALYZE");
    }

    @AfterAll
    void without_them() {
        Database.column("DELETE FROM request_alert USING request r WHERE r.id = request_id AND " + OURS);
        Database.column("DELETE FROM task USING request r WHERE r.id = request_id AND " + OURS);
        Database.column("DELETE FROM fulfilment USING request r WHERE r.id = request_id AND " + OURS);
        Database.column("DELETE FROM request WHERE " + OURS);
    }

    @Test
    void a_page_comes_within_fifty_milliseconds_whatever_is_asked_for() {
        round();

        long best = IntStream.range(0, 3).mapToLong(round -> round()).min().orElseThrow();

        assertThat(Duration.ofNanos(best)).isLessThan(LIMIT);
    }

    /** The 99th percentile of a round, in nanoseconds. */
    private static long round() {
        long[] times = IntStream.range(0, CALLS)
                .boxed()
                .flatMap(call -> QUERIES.stream())
                .mapToLong(QueueSpeedIT::time)
                .sorted()
                .toArray();
        long p99 = times[(int) Math.ceil(times.length * 0.99) - 1];
        LOG.infof("%d pages: median %.1f ms, p99 %.1f ms", times.length, times[times.length / 2] / 1e6, p99 / 1e6);
        return p99;
    }

    private static long time(String query) {
        var request = Desk.team().asking();
        long start = System.nanoTime();
        int status = request.get("/desk/requests?" + query).statusCode();
        long took = System.nanoTime() - start;
        assertThat(status).isEqualTo(200);
        return took;
    }
}
