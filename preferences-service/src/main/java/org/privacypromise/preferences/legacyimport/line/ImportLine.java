package org.privacypromise.preferences.legacyimport.line;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;

/**
 * One choice of the time before.
 *
 * @param number of its line in the file
 * @param key {@code c:} and a customer ID, or {@code p:} and a contact reference
 * @param decidedAt null if nobody knows; of a refusal only
 */
public record ImportLine(
        long number,
        String key,
        Cell cell,
        boolean allowed,
        @Nullable Instant decidedAt,
        @Nullable String noticeVersion,
        @Nullable String language,
        @Nullable String source,
        @Nullable String reference) {

    /** The same choice for somebody else who is reached by the same contact point. */
    public ImportLine of(String otherKey) {
        return new ImportLine(number, otherKey, cell, allowed, decidedAt, noticeVersion, language, source, reference);
    }

    /**
     * Whether this one counts, of two lines about the same choice: the newer one, and a refusal of which nobody knows how
     * old it is, or that is as new.
     */
    boolean countsMoreThan(ImportLine other) {
        if (decidedAt == null || other.decidedAt == null) {
            return decidedAt == null && (other.decidedAt != null || number < other.number);
        }
        int order = decidedAt.compareTo(other.decidedAt);
        if (order != 0) {
            return order > 0;
        }
        return allowed == other.allowed ? number < other.number : !allowed;
    }
}
