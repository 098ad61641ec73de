package org.privacypromise.requests.clock;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.budget.Budgets;
import org.privacypromise.requests.security.TooManyRequestsException;

/** Keeps one address from keeping the clock busy for everybody else. */
@Singleton
class DeadlineBudget {

    private static final int REMEMBERED = 50_000;

    private final Budgets budgets;
    private final Clock clock;

    DeadlineBudget(ClockConfig config, Clock clock) {
        this.budgets = new Budgets(config.burst(), config.pause(), REMEMBERED);
        this.clock = clock;
    }

    /** @throws TooManyRequestsException if the address has asked for too much lately */
    void spend(@Nullable String address) {
        Duration wait =
                budgets.spend(address == null ? "" : address, clock.instant()).pause();
        if (wait.isPositive()) {
            throw new TooManyRequestsException(wait);
        }
    }
}
