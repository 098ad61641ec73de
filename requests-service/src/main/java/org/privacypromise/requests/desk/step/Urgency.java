package org.privacypromise.requests.desk.step;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How much of a request's time is used up. */
public enum Urgency {
    CALM(0),
    HALF(50),
    PRESSING(80),
    LAST_CALL(95),
    OVERDUE(100);

    private final int percent;

    Urgency(int percent) {
        this.percent = percent;
    }

    /** From which part of its time on a request is that urgent. */
    public int percent() {
        return percent;
    }

    /** Of an open request; the whole of its due date belongs to its time. */
    public static Urgency of(Instant received, LocalDate dueDate, Instant now) {
        Instant end = dueDate.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        if (!now.isBefore(end)) {
            return OVERDUE;
        }
        long used = Duration.between(received, now).toMillis();
        long whole = Duration.between(received, end).toMillis();
        Urgency found = CALM;
        for (Urgency level : values()) {
            if (used * 100 >= whole * level.percent && level != OVERDUE) {
                found = level;
            }
        }
        return found;
    }
}
