package org.privacypromise.identity.budget.rate;

import java.time.Duration;
import java.time.Instant;

/**
 * So many at once, and as many again in that time. What is used comes back evenly (the generic cell rate algorithm), so
 * that one instant says all there is to know about a budget: when nothing of it will be in use.
 */
public record Rate(int burst, Duration per) {

    private static final long NANOS_IN_A_MICRO = 1000;

    public Rate {
        if (burst < 1 || per.isNegative() || stepOf(burst, per).isZero()) {
            throw new IllegalArgumentException("A rate is a number and the time in which as many come back.");
        }
    }

    /** How long one use takes to come back; as exact as the database stores it, so that sums come out even. */
    public Duration step() {
        return stepOf(burst, per);
    }

    private static Duration stepOf(int burst, Duration per) {
        return Duration.ofNanos(per.dividedBy(burst).toNanos() / NANOS_IN_A_MICRO * NANOS_IN_A_MICRO);
    }

    /** Until when a budget may be in use after one more. */
    public Instant reach(Instant now) {
        return now.plus(step().multipliedBy(burst));
    }

    /** How long a refused caller has to wait, in whole seconds and at least one. */
    public long secondsUntilNext(Instant usedUntil, Instant now) {
        Duration wait = Duration.between(reach(now), usedUntil.plus(step()));
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** The share of a budget that is kept in so many parts, of which each use takes one by chance. */
    public Rate share(int parts) {
        return new Rate(Math.ceilDiv(burst, parts), per);
    }
}
