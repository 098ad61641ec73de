package org.privacypromise.preferences.sendcheck;

import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;

/**
 * May this be sent?
 *
 * @param id a customer ID, or a contact reference
 * @param product of what the message tells, if it is one that somebody asked for; null for any
 */
record Question(
        boolean atContactPoint,
        String id,
        Cell cell,
        @Nullable String product) {

    Question(boolean atContactPoint, String id, Cell cell) {
        this(atContactPoint, id, cell, null);
    }

    String key() {
        return (atContactPoint ? "p:" : "c:") + id;
    }
}
