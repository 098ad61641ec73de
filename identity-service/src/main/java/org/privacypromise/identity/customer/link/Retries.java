package org.privacypromise.identity.customer.link;

import java.time.Duration;

/** How long to wait before a link is written to the identity provider again: twice as long each time, up to an hour. */
public final class Retries {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 10;

    private Retries() {}

    /** The pause after this many attempts have failed; at least 1. */
    public static Duration pauseAfter(int failures) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
