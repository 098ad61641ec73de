package org.privacypromise.requests.intake;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.requests.intake.budget.Budgets;
import org.privacypromise.requests.security.TooManyRequestsException;

/** Keeps whoever need not sign in from filling our tables. */
@Singleton
class GuestBudget {

    private static final int REMEMBERED = 50_000;

    private final Budgets budgets;
    private final Clock clock;

    GuestBudget(IntakeConfig config, Clock clock) {
        this.budgets = new Budgets(config.guestBurst(), config.guestPause(), REMEMBERED);
        this.clock = clock;
    }

    /** @throws TooManyRequestsException if the address has asked for too much lately */
    void spend(@Nullable PersonalText ipAddress) {
        Duration wait = budgets.spend(ipAddress == null ? "" : ipAddress.reveal(), clock.instant());
        if (wait.isPositive()) {
            throw new TooManyRequestsException(wait);
        }
    }
}
