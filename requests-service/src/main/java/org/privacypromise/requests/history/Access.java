package org.privacypromise.requests.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.security.Staff;

/**
 * Something that somebody of the staff does with a person's request.
 *
 * @param before what a deed changes, as it was; a key or an account's ID, nothing of the customer's
 * @param after the same, as it is now
 */
public record Access(
        Staff by,
        Deed deed,
        UUID requestId,
        StatedPurpose purpose,
        @Nullable String before,
        @Nullable String after) {

    /** A look, or a deed that changes nothing which could be named. */
    public static Access of(Staff by, Deed deed, UUID requestId, StatedPurpose purpose) {
        return new Access(by, deed, requestId, purpose, null, null);
    }
}
