package org.privacypromise.benchmarks.protocol;

/**
 * When requests are due that come at a steady rate, whatever becomes of those before: an open load. A latency is counted
 * from the moment at which a request was due, so that a stall is felt by all who would have come meanwhile.
 */
public final class Arrivals {

    private final double nanosBetween;
    private final long total;
    private long handedOut;

    public Arrivals(double perSecond, double seconds) {
        this.nanosBetween = 1e9 / perSecond;
        this.total = Math.round(perSecond * seconds);
    }

    /** Whether another is due at this time from the start. */
    public boolean isDue(long nanos) {
        return handedOut < total && dueAt(handedOut) <= nanos;
    }

    /** Takes the next and says when it was, or will be, due. */
    public long next() {
        return dueAt(handedOut++);
    }

    public boolean areOver() {
        return handedOut >= total;
    }

    private long dueAt(long number) {
        return (long) (number * nanosBetween);
    }
}
