package org.privacypromise.requests.history;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of the staff looks at a person's request for, as they say in the header {@code X-Purpose}. The customer
 * can read it.
 */
public record StatedPurpose(String text) {

    public static final String HEADER = "X-Purpose";

    private static final int SHORTEST = 3;
    private static final int LONGEST = 200;

    /** Empty if nothing is said, or too little or too much to be one. */
    static Optional<StatedPurpose> in(@Nullable String header) {
        return Optional.ofNullable(header)
                .map(String::strip)
                .filter(text -> text.length() >= SHORTEST && text.length() <= LONGEST)
                .map(StatedPurpose::new);
    }
}
