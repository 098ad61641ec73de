package org.privacypromise.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The tries that one event has had, and what they lead to. */
final class Delivery {

    private final int tries;
    private final Duration firstPause;
    private final Duration longestPause;
    private int faults;
    private int unknownFaults;
    private @Nullable Throwable verdict;

    /** @param tries how often a fault is tolerated of which it is unknown whether it will pass */
    Delivery(int tries, Duration firstPause, Duration longestPause) {
        this.tries = tries;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
    }

    /** Why the event is to be parked, or null to (re)try it. */
    @Nullable
    Throwable verdict() {
        return verdict;
    }

    /** Takes note of a failed try, or of a failed parking; returns how long to wait before the next. */
    Duration after(Throwable fault) {
        faults++;
        if (verdict != null) {
            // Parking failed too, so the database was to blame all along: judge the event anew.
            verdict = null;
            unknownFaults = 0;
        } else if (Fault.of(fault) == Fault.PERMANENT
                || (Fault.of(fault) == Fault.UNKNOWN && ++unknownFaults >= tries)) {
            verdict = fault;
            return Duration.ZERO;
        }
        return BackOff.pause(faults, firstPause, longestPause);
    }
}
