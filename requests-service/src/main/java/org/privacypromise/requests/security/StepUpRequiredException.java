package org.privacypromise.requests.security;

import java.time.Duration;
import java.util.Set;
import org.privacypromise.frame.ProblemType;

/** The token is good, but the sign-in is too long ago or too weak for this (RFC 9470). */
public final class StepUpRequiredException extends RuntimeException {

    public static final ProblemType STEP_UP_REQUIRED =
            new ProblemType("step-up-required", 401, "This needs a fresh sign-in");

    private static final long serialVersionUID = 1L;

    private final Duration maxAge;
    private final transient Set<String> acr;

    StepUpRequiredException(Duration maxAge, Set<String> acr) {
        super("a fresh sign-in is needed", null, false, false);
        this.maxAge = maxAge;
        this.acr = Set.copyOf(acr);
    }

    Duration maxAge() {
        return maxAge;
    }

    Set<String> acr() {
        return acr;
    }
}
