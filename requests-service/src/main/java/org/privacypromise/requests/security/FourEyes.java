package org.privacypromise.requests.security;

import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;

/** What two persons have to do, never the same. */
public final class FourEyes {

    static final ProblemType SECOND_PERSON =
            new ProblemType("second-person-needed", 403, "Somebody else has to decide this");

    private FourEyes() {}

    /**
     * @param first who has taken the first step, by the subject of their token
     * @throws ProblemException if it is the same person
     */
    public static void requireAnother(@Nullable String first, String second) {
        if (second.equals(first)) {
            throw new ProblemException(
                    SECOND_PERSON, "The first step was yours. Ask a colleague to look at it and to take the second.");
        }
    }
}
