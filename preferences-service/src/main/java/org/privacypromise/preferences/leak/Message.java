package org.privacypromise.preferences.leak;

import java.time.Instant;
import org.privacypromise.preferences.choice.matrix.Cell;

/**
 * A marketing message that a system says it has sent.
 *
 * @param system of the purpose register, or {@link #UNKNOWN_SYSTEM}
 * @param key to whom
 * @param cell the choice that it needed
 */
record Message(String system, String key, Cell cell, Instant sentAt, String messageRef) {

    static final String UNKNOWN_SYSTEM = "unknown";
}
