package org.privacypromise.requests.redaction;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be taken out.
 *
 * @param system whose document it is in
 * @param pointer JSON Pointer (RFC 6901) of a record ({@code /data/0/records/3}) or one of its fields
 * @param reason whose it is, and why it must not be handed over
 */
record NewRedaction(
        @Nullable String system,
        @Nullable String pointer,
        @Nullable String reason) {

    private static final Pattern SYSTEM = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern POINTER = Pattern.compile("/data/[0-9]{1,3}/records/[0-9]{1,9}(/[^/]{1,400})?");
    private static final int LONGEST = 2_000;

    boolean isComplete() {
        return system != null
                && SYSTEM.matcher(system).matches()
                && pointer != null
                && POINTER.matcher(pointer).matches()
                && reason != null
                && !reason.isBlank()
                && reason.length() <= LONGEST;
    }
}
