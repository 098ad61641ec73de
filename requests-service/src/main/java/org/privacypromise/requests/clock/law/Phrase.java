package org.privacypromise.requests.clock.law;

import java.util.Locale;

/** What can be said about one date on the way to a due date; {@link Wording} says it in words. */
public enum Phrase {
    RECEIVED,
    CONFIRM_BUSINESS,
    CONFIRM_DAYS,
    IDENTITY_NO_EFFECT,
    IDENTITY_STARTS,
    TIME_DAYS,
    TIME_BUSINESS,
    TIME_OURS,
    TIME_MONTHS,
    /** The month has no such day. */
    TIME_MONTHS_SHORT,
    WAITED,
    NO_PAUSE,
    PAUSE_PENDING,
    PAUSE_NOTHING,
    SATURDAY,
    SUNDAY,
    HOLIDAY,
    NEXT_WORKING_DAY,
    NOTICE_BY,
    NO_EXTENSION;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
