package org.privacypromise.frame.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A budget for each address, which grows back with time. It is kept in memory, for the addresses seen last: each instance
 * has its own, and a restart forgets them, which is enough against a flood. What counts is the {@link Network}.
 */
public final class Budgets {

    private final double most;
    private final Duration growth;
    private final Map<String, Budget> budgets;

    private record Budget(double left, Instant at) {}

    /**
     * @param most how much may be spent at once
     * @param growth how long it takes for one more
     * @param remembered how many addresses are remembered
     */
    public Budgets(int most, Duration growth, int remembered) {
        this.most = most;
        this.growth = growth;
        this.budgets = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Budget> eldest) {
                return size() > remembered;
            }
        };
    }

    /**
     * What has become of one more wish.
     *
     * @param left how many more there could be at once
     * @param pause zero if there was one to spend, else how long to wait for it
     */
    public record Spending(long left, Duration pause) {

        public boolean isRefused() {
            return pause.isPositive();
        }

        /** For the header {@code Retry-After}: in whole seconds, and at least one. */
        public long retryAfterSeconds() {
            return Math.max(1, pause.plusMillis(999).toSeconds());
        }
    }

    /** Spends one, if there is one. */
    public synchronized Spending spend(String address, Instant now) {
        String network = Network.of(address);
        double left = left(budgets.get(network), now);
        if (left < 1) {
            return new Spending(0, Duration.ofMillis((long) Math.ceil((1 - left) * growth.toMillis())));
        }
        budgets.put(network, new Budget(left - 1, now));
        return new Spending((long) (left - 1), Duration.ZERO);
    }

    private double left(@Nullable Budget budget, Instant now) {
        if (budget == null) {
            return most;
        }
        double grown = (double) Duration.between(budget.at(), now).toMillis() / growth.toMillis();
        return Math.min(most, budget.left() + Math.max(0, grown));
    }
}
