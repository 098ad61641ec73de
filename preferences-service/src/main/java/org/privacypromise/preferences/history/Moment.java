package org.privacypromise.preferences.history;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;

/** A moment that somebody asks about: an instant, or a day, which stands for its end in UTC. */
record Moment(Instant time) {

    /** Whose clock is a little ahead of ours means now. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    /** Nobody means an earlier one, and the database does not know every earlier one. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    /** @throws ProblemException if it is missing, unreadable, or has not come yet */
    static Moment read(@Nullable String text, Instant now) {
        Instant asked = parse(text == null ? "" : text);
        if (asked.isBefore(EARLIEST)) {
            throw unreadable();
        }
        boolean sameDay = text != null
                && text.length() == 10
                && text.equals(now.atZone(ZoneOffset.UTC).toLocalDate().toString());
        if (asked.isAfter(now.plus(TOLERANCE)) && !sameDay) {
            throw new ProblemException(
                    ProblemType.INVALID, "Name a time that is over: nobody knows the choices to come.");
        }
        return new Moment(asked.isAfter(now) ? now : asked);
    }

    private static Instant parse(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .minus(1, ChronoUnit.MICROS)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw unreadable();
        }
    }

    private static ProblemException unreadable() {
        return new ProblemException(
                ProblemType.INVALID, "Name a moment as time=2026-03-02T09:00:00Z, or a day as time=2026-03-02.");
    }
}
