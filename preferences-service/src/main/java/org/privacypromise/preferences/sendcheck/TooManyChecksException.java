package org.privacypromise.preferences.sendcheck;

import java.time.Duration;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.frame.budget.RateLimit;

/** A client has made all the checks by raw address that it may make for now. */
final class TooManyChecksException extends RuntimeException {

    static final ProblemType TOO_MANY_CHECKS =
            new ProblemType("too-many-checks", 429, "This client checks more addresses than it may");

    private static final long serialVersionUID = 1L;

    private final transient RateLimit limit;
    private final Duration wait;

    TooManyChecksException(RateLimit limit, Duration wait) {
        // An expected answer, not a defect: no stack trace is worth its cost.
        super("too many checks", null, false, false);
        this.limit = limit;
        this.wait = wait;
    }

    RateLimit limit() {
        return limit;
    }

    long retryAfterSeconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
