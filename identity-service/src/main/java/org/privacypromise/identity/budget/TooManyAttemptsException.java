package org.privacypromise.identity.budget;

import org.privacypromise.frame.ProblemType;

/** A budget is used up. The answer says when to try again, and not which budget it was. */
public final class TooManyAttemptsException extends RuntimeException {

    static final ProblemType TOO_MANY_ATTEMPTS =
            new ProblemType("too-many-attempts", 429, "This was asked for too often");

    private final long retryAfterSeconds;

    TooManyAttemptsException(long retryAfterSeconds) {
        super("too many attempts", null, false, false);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
