package org.privacypromise.faults.history;

import java.util.Map;
import java.util.OptionalLong;

/**
 * A record of the ledger, as the service holds it after everything.
 *
 * @param operation the request that it names as its origin; empty for a change by a link, which cannot name one
 */
public record Entry(long version, OptionalLong operation, Map<Cell, Boolean> changes) {

    public Entry {
        changes = Map.copyOf(changes);
    }
}
