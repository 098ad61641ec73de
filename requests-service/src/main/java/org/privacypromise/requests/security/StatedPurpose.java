package org.privacypromise.requests.security;

import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;

/** What somebody of us works with a person's data for, as they say in the header {@code X-Purpose}; it is noted. */
public record StatedPurpose(String words) {

    public static final String HEADER = "X-Purpose";

    static final ProblemType PURPOSE_MISSING =
            new ProblemType("purpose-missing", 400, "Nobody works with a person's data without saying what for");

    private static final int SHORTEST = 3;
    private static final int LONGEST = 200;

    /** @throws ProblemException {@link #PURPOSE_MISSING} */
    public static StatedPurpose of(@Nullable String header) {
        String text = header == null ? "" : header.strip();
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            throw new ProblemException(
                    PURPOSE_MISSING, "Say what for in the header X-Purpose, in 3 to 200 characters: it is noted.");
        }
        return new StatedPurpose(text);
    }
}
