package org.privacypromise.requests.security;

import java.time.Duration;
import org.privacypromise.frame.ProblemType;

/** One address asks for more than people do. */
public final class TooManyRequestsException extends RuntimeException {

    public static final ProblemType TOO_MANY_REQUESTS =
            new ProblemType("too-many-requests", 429, "Too much was asked from this address at once");

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public TooManyRequestsException(Duration retryAfter) {
        super("too many requests", null, false, false);
        this.retryAfter = retryAfter;
    }

    long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
