package org.privacypromise.preferences.legacyimport;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Choice;
import org.privacypromise.preferences.ledger.chain.LedgerHash;

/**
 * What is held about a subject before lines are applied.
 *
 * @param exists whether there is a row; else version and head are those of the evidence of a time before, if there is any
 * @param everythingOff whether the subject has switched everything off, and so what they have not decided on
 */
record Held(
        String key, boolean exists, long version, Map<Cell, Choice> choices, LedgerHash head, boolean everythingOff) {

    static Held nothing(String key) {
        return new Held(key, false, 0, Map.of(), LedgerHash.NONE, false);
    }

    static Held before(String key, long version, byte @Nullable [] head) {
        return new Held(key, false, version, Map.of(), head == null ? LedgerHash.NONE : LedgerHash.of(head), false);
    }
}
