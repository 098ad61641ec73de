package org.privacypromise.requests.clock;

import java.time.LocalDate;

/** One step on the way to a due date, in plain words. */
public record StepView(LocalDate date, String because) {}
