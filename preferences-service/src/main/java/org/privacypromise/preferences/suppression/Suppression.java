package org.privacypromise.preferences.suppression;

import java.time.Instant;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Decision;

/** Somebody who is reached by this contact point said no, and is not a customer any more. */
public record Suppression(String contactRef, Cell cell, Instant since, Reason reason) {

    /** How it came about that only this is left of the no. */
    public enum Reason {
        /** Whoever said it was erased. */
        ERASURE,
        /** It was said after the erasure, by the link of an old message. */
        UNSUBSCRIBE_LINK,
        /** It was said after the erasure, in a form. */
        FORM,
        /** It was said in the time before, and came with a bulk import after the erasure. */
        IMPORT
    }

    /** The same no, for whoever is reached by the contact point next. */
    public Decision refusal() {
        return new Decision(cell, false);
    }
}
