package org.privacypromise.requests.clock.law;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A due date and how it was found: whoever has the same rules and calendar comes to the same date from the same facts.
 *
 * @param rules the version of the rules, see {@link Regime}
 * @param calendar the version of the public holidays
 * @param dueDate the last day on which the answer is in time
 * @param noticeBy the last day on which an extension can be told with its reasons; null without one
 * @param steps how the date was found, in plain words
 */
public record Derivation(
        Facts facts,
        String rules,
        String calendar,
        LocalDate dueDate,
        @Nullable LocalDate noticeBy,
        List<Step> steps) {

    public Derivation {
        steps = List.copyOf(steps);
    }

    /** @param because why this date matters, for the person who asked */
    public record Step(LocalDate date, String because) {}
}
