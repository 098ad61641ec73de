package org.privacypromise.faults.history;

import java.util.Map;
import java.util.OptionalLong;

/**
 * What one client asked about one subject, and what it was told.
 *
 * @param number names it; a change carries the number into the ledger
 * @param wanted what is to become of which cells; empty for a read
 * @param begunAt on the clock that all clients share
 * @param endedAt on the same clock; that of a request without an answer says nothing, for its effect may come later
 * @param version of the subject in the answer; empty if there was no answer, or it tells none
 * @param seen what the answer showed
 */
public record Operation(
        long number,
        String key,
        Kind kind,
        Map<Cell, Boolean> wanted,
        long begunAt,
        long endedAt,
        Outcome outcome,
        OptionalLong version,
        Map<Cell, Boolean> seen) {

    public Operation {
        wanted = Map.copyOf(wanted);
        seen = Map.copyOf(seen);
    }

    /** By which way it came. */
    public enum Kind {
        /** By the customer's page; the ledger names it. */
        CHANGE,
        /** By the link of a mail; the ledger does not name it, and it only ever opts out. */
        LINK,
        READ
    }

    /** What the client knows about it. */
    public enum Outcome {
        DONE,
        /** There was no answer: it may have been done, or be done yet. */
        UNKNOWN,
        /** It was answered that it was not done. */
        REFUSED
    }

    boolean isDone() {
        return outcome == Outcome.DONE;
    }

    /** Whether this had been answered before the other was begun. */
    boolean isBefore(Operation other) {
        return isDone() && endedAt < other.begunAt;
    }

    @Override
    public String toString() {
        return "%s no. %d %s".formatted(kind, number, wanted.isEmpty() ? "" : wanted);
    }
}
