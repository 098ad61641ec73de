package org.privacypromise.preferences.sendcheck;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How much of its budget each client has in use, for all replicas together. */
@ApplicationScoped
class CheckBudgetRepository {

    // What is used comes back evenly (the generic cell rate algorithm): one instant says all there is to know.
    private static final String USE = """
            INSERT INTO check_budget (client, used_until) VALUES ($1, $2::timestamptz + $3 * interval '1 microsecond')
            ON CONFLICT (client) DO UPDATE
                SET used_until = greatest(check_budget.used_until, $2::timestamptz) + $3 * interval '1 microsecond'
                WHERE check_budget.used_until <= $4
            RETURNING used_until""";

    private final Pool pool;

    CheckBudgetRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * Uses one.
     *
     * @param step how long one takes to come back
     * @param latest until when the budget may be in use before this one
     * @return until when it is in use now; null if there was none left
     */
    Uni<@Nullable Instant> use(String client, Instant now, Duration step, Instant latest) {
        return pool.preparedQuery(USE)
                .execute(Tuple.of(client, at(now), (double) step.toNanos() / 1000, at(latest)))
                .map(rows -> rows.rowCount() == 0
                        ? null
                        : rows.iterator().next().getOffsetDateTime(0).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
