package org.privacypromise.frame.budget;

import java.time.Duration;

/**
 * How a budget is told to whoever spends it (draft-ietf-httpapi-ratelimit-headers).
 *
 * @param name what it is for
 * @param most how much may be spent at once
 * @param window in which as much comes back
 */
public record RateLimit(String name, long most, Duration window) {

    public static final String POLICY = "RateLimit-Policy";
    public static final String LIMIT = "RateLimit";

    /** The value of {@link #POLICY}. */
    public String policy() {
        return '"' + name + "\";q=" + most + ";w=" + Math.max(1, window.toSeconds());
    }

    /** The value of {@link #LIMIT} while there is something left. */
    public String left(long remaining) {
        return limit(remaining, Math.max(1, window.toSeconds()));
    }

    /** The value of {@link #LIMIT} for whoever has to wait. */
    public String usedUp(long seconds) {
        return limit(0, seconds);
    }

    private String limit(long remaining, long seconds) {
        return '"' + name + "\";r=" + remaining + ";t=" + seconds;
    }
}
