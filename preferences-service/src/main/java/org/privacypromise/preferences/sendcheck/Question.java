package org.privacypromise.preferences.sendcheck;

import org.privacypromise.preferences.choice.matrix.Cell;

/**
 * May this be sent?
 *
 * @param id a customer ID, or a contact reference
 */
record Question(boolean atContactPoint, String id, Cell cell) {

    String key() {
        return (atContactPoint ? "p:" : "c:") + id;
    }
}
