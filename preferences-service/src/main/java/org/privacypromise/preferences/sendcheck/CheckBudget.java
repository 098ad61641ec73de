package org.privacypromise.preferences.sendcheck;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.privacypromise.frame.budget.RateLimit;

/**
 * Lets each client make so many checks by raw address a minute, all at once or spread: whoever could make them without end
 * could find out of every address there is whether somebody has said no.
 */
@ApplicationScoped
class CheckBudget {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final CheckBudgetRepository budgets;
    private final Clock clock;
    private final RateLimit limit;
    private final Duration step;

    CheckBudget(CheckBudgetRepository budgets, SuppressionCheckConfig config, Clock clock) {
        this.budgets = budgets;
        this.clock = clock;
        this.limit = new RateLimit("checks", config.perMinute(), WINDOW);
        this.step = WINDOW.dividedBy(config.perMinute());
    }

    /**
     * Uses one of the client's.
     *
     * @return how many are left; fails with {@link TooManyChecksException} if there was none
     */
    Uni<Long> use(String client) {
        Instant now = clock.instant();
        return budgets.use(client, now, step, now.plus(WINDOW).minus(step))
                .onFailure()
                .transform(CheckSends::unavailable)
                .map(until -> {
                    if (until == null) {
                        throw new TooManyChecksException(limit, step);
                    }
                    return Math.max(0, Duration.between(until, now.plus(WINDOW)).dividedBy(step));
                });
    }

    RateLimit limit() {
        return limit;
    }
}
