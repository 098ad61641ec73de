package org.privacypromise.requests.intake.budget;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A budget for each address, which grows back with time. It is kept in memory, for the addresses seen last: each instance
 * has its own, and a restart forgets them, which is enough against a flood. Somebody with IPv6 has a whole network of
 * addresses, so that is what counts.
 */
public final class Budgets {

    private static final int NETWORK_BYTES = 8;

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

    /** Spends one; zero if there was one, else how long to wait for it. */
    public synchronized Duration spend(String address, Instant now) {
        String network = networkOf(address);
        double left = left(budgets.get(network), now);
        if (left < 1) {
            return Duration.ofMillis((long) Math.ceil((1 - left) * growth.toMillis()));
        }
        budgets.put(network, new Budget(left - 1, now));
        return Duration.ZERO;
    }

    private double left(@Nullable Budget budget, Instant now) {
        if (budget == null) {
            return most;
        }
        double grown = (double) Duration.between(budget.at(), now).toMillis() / growth.toMillis();
        return Math.min(most, budget.left() + Math.max(0, grown));
    }

    private static String networkOf(String address) {
        try {
            if (InetAddress.ofLiteral(address) instanceof Inet6Address six) {
                byte[] bytes = six.getAddress();
                StringBuilder network = new StringBuilder();
                for (int i = 0; i < NETWORK_BYTES; i++) {
                    network.append(Integer.toHexString(Byte.toUnsignedInt(bytes[i])))
                            .append(':');
                }
                return network.toString();
            }
            return address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
