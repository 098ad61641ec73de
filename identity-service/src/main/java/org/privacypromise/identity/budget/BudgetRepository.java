package org.privacypromise.identity.budget;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.privacypromise.identity.budget.rate.Rate;

@ApplicationScoped
class BudgetRepository {

    private static final double NANOS = 1e9;

    /** Uses one, if there is one; two at the same moment never use the same. */
    Uni<Boolean> use(String scope, Rate rate, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        INSERT INTO budget (scope, used_until) VALUES (?1, ?2)
                        ON CONFLICT (scope) DO UPDATE
                            SET used_until = greatest(budget.used_until + make_interval(secs => ?3), excluded.used_until)
                            WHERE budget.used_until <= ?4""")
                        .setParameter(1, scope)
                        .setParameter(2, now.plus(rate.step()))
                        .setParameter(3, seconds(rate.step()))
                        .setParameter(4, rate.reach(now).minus(rate.step()))
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    Uni<Instant> usedUntil(String scope) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT used_until FROM budget WHERE scope = ?1", Instant.class)
                        .setParameter(1, scope)
                        .getSingleResult());
    }

    Uni<Integer> deleteUnused(Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("DELETE FROM budget WHERE used_until < ?1")
                        .setParameter(1, now)
                        .executeUpdate());
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }
}
