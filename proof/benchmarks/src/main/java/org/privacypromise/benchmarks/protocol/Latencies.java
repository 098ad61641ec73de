package org.privacypromise.benchmarks.protocol;

import java.util.Arrays;

/** Every single latency of a round, so that no percentile is an estimate. For one thread. */
public final class Latencies {

    private long[] nanos = new long[1024];
    private int count;

    public void add(long latency) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = latency;
    }

    public int count() {
        return count;
    }

    /**
     * The least latency that is not exceeded by this share of all, by nearest rank.
     *
     * @param share above 0, at most 1
     */
    public double millis(double share) {
        if (count == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)] / 1e6;
    }
}
