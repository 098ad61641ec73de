package org.privacypromise.preferences.linkbudget;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.privacypromise.frame.budget.Budgets;
import org.privacypromise.frame.budget.Budgets.Spending;
import org.privacypromise.frame.budget.RateLimit;

/** One budget for each address, and how it is told. */
final class LinkBudget {

    private static final int REMEMBERED = 50_000;

    private final Budgets budgets;
    private final RateLimit limit;

    LinkBudget(String name, int burst, Duration pause) {
        this.budgets = new Budgets(burst, pause, REMEMBERED);
        this.limit = new RateLimit(name, burst, pause.multipliedBy(burst));
    }

    Spending spend(String address, Instant now) {
        return budgets.spend(address, now);
    }

    Map<String, String> headers(Spending spending) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(RateLimit.POLICY, limit.policy());
        headers.put(
                RateLimit.LIMIT,
                spending.isRefused() ? limit.usedUp(spending.retryAfterSeconds()) : limit.left(spending.left()));
        return headers;
    }
}
