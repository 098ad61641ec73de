package org.privacypromise.preferences.idempotency;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;

/** What the header {@code Idempotency-Key} says: a structured-field string (RFC 9651), or the same without quotes. */
public record IdempotencyKey(String value) {

    private static final Pattern HEADER = Pattern.compile("\"([A-Za-z0-9._:~-]{1,100})\"|([A-Za-z0-9._:~-]{1,100})");

    /**
     * Empty if there is no such header.
     *
     * @throws ProblemException if it cannot be read
     */
    public static Optional<IdempotencyKey> read(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        var key = HEADER.matcher(header.strip());
        if (!key.matches()) {
            throw new ProblemException(
                    ProblemType.MALFORMED,
                    "Send as Idempotency-Key 1 to 100 letters, digits or . _ : ~ - that name this call only.");
        }
        return Optional.of(new IdempotencyKey(key.group(1) != null ? key.group(1) : key.group(2)));
    }
}
