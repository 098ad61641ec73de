package org.privacypromise.requests.clock;

import java.time.LocalDate;
import java.util.List;
import org.privacypromise.requests.clock.law.Derivation;

/** One step on the way to a due date, in plain words. */
public record StepView(LocalDate date, String because) {

    public static List<StepView> from(Derivation derivation) {
        return derivation.steps().stream()
                .map(step -> new StepView(step.date(), step.because()))
                .toList();
    }
}
