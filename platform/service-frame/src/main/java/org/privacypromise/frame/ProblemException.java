package org.privacypromise.frame;

import java.util.List;

/** Ends a request with a {@link Problem}. Neither message nor detail may hold personal data. */
public final class ProblemException extends RuntimeException {

    private final transient ProblemType type;
    private final transient List<Problem.Fault> faults;

    /** @param detail what the person can do about it */
    public ProblemException(ProblemType type, String detail, Problem.Fault... faults) {
        // An expected answer, not a defect: no stack trace is worth its cost.
        super(detail, null, false, false);
        this.type = type;
        this.faults = List.of(faults);
    }

    public ProblemType type() {
        return type;
    }

    public Problem problem() {
        return Problem.of(type, String.valueOf(getMessage()), faults.toArray(new Problem.Fault[0]));
    }
}
