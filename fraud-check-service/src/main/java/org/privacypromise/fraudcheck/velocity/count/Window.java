package org.privacypromise.fraudcheck.velocity.count;

import java.time.Duration;
import java.time.Instant;

/** A time over which attempts are counted, up to and including the one that is screened. */
public enum Window {
    LAST_10_MINUTES("last_10_minutes", Duration.ofMinutes(10)),
    LAST_HOUR("last_hour", Duration.ofHours(1)),
    LAST_DAY("last_day", Duration.ofDays(1)),
    LAST_30_DAYS("last_30_days", Duration.ofDays(30));

    /** Nothing older is counted, so nothing older is kept. */
    public static final Window LONGEST = LAST_30_DAYS;

    private final String word;
    private final Duration length;

    Window(String word, Duration length) {
        this.word = word;
        this.length = length;
    }

    /** As rules write it. */
    public String word() {
        return word;
    }

    /** What happened at this instant or before is too old to count. */
    public Instant openedAt(Instant now) {
        return now.minus(length);
    }
}
