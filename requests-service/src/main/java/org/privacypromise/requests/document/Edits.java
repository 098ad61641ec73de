package org.privacypromise.requests.document;

import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What is changed in a document before the person gets it.
 *
 * @param kept which entries of {@code data}, by their place, are handed over at all
 * @param redacted JSON Pointers of records ({@code /data/0/records/3}) and fields ({@code /data/0/records/3/name}) that are
 *     somebody else's
 */
public record Edits(IntPredicate kept, Set<String> redacted) {

    /** What stands in the place of somebody else's data. */
    public static final String REDACTED = "[redacted: another person's data]";

    public Edits {
        redacted = Set.copyOf(redacted);
    }

    /** Everything as it is. */
    public static Edits none() {
        return new Edits(section -> true, Set.of());
    }

    /** Everything but somebody else's data. */
    public static Edits redacting(Set<String> redacted) {
        return new Edits(section -> true, redacted);
    }

    /** Besides, only these entries. */
    public Edits only(IntPredicate sections) {
        return new Edits(kept.and(sections), redacted);
    }
}
