package org.privacypromise.requests.fulfilment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.TaskAnswered;

/**
 * What a person says that they have done for a task.
 *
 * @param kept what an erasure has left, each with its rule of the register
 * @param reason why it could not be done, as a short key; only with {@code FAILED}
 * @param found how many records a probe has found
 * @param told which recipients were told
 */
record Done(
        TaskAnswered.Outcome outcome,
        @Nullable List<Left> kept,
        @Nullable String reason,
        @Nullable Long found,
        @Nullable List<String> told) {

    /** @param until the last day on which it is kept; null if the rule has no end */
    record Left(String category, String retention, @Nullable LocalDate until) {}

    List<TaskAnswered.Kept> keptByRule() {
        return Objects.requireNonNullElse(kept, List.<Left>of()).stream()
                .map(one -> new TaskAnswered.Kept(one.category(), one.retention(), one.until()))
                .toList();
    }
}
