package org.privacypromise.outbox;

import java.time.Duration;

/** Doubling pauses with a bound. */
final class BackOff {

    private BackOff() {}

    /** @param faults how many there were in a row, from 1 */
    static Duration pause(int faults, Duration first, Duration longest) {
        long doubled = first.toMillis() << Math.min(faults - 1, 20);
        return Duration.ofMillis(Math.min(doubled, longest.toMillis()));
    }
}
