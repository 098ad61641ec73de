package org.privacypromise.requests.clock;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.clock.law.Derivation;

/**
 * By when a request must be answered.
 *
 * @param noticeBy by when an extension must be told; absent without one
 * @param ruleVersion the edition of the rules
 * @param calendarVersion the edition of the public holidays
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadlineView(
        LocalDate dueDate,
        @Nullable LocalDate noticeBy,
        String ruleVersion,
        String calendarVersion,
        List<StepView> derivation) {

    static DeadlineView from(Derivation derivation, List<StepView> steps) {
        return new DeadlineView(
                derivation.dueDate(), derivation.noticeBy(), derivation.rules(), derivation.calendar(), steps);
    }
}
