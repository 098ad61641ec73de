package org.privacypromise.subjecttasks;

import java.time.Duration;

/** How long to wait before a task is tried again: twice as long each time, up to five minutes, and for ever. */
final class Pauses {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 10;

    private Pauses() {}

    /** The pause after this many attempts have failed; at least 1. */
    static Duration after(int failures) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
