package org.privacypromise.faults.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What held for a subject in each version, as its ledger tells: version 1 is the subject before any change. */
final class Versions {

    private final Map<Cell, Boolean> byDefault;
    private final TreeMap<Long, Map<Cell, Boolean>> states = new TreeMap<>();

    Versions(Map<Cell, Boolean> byDefault, List<Entry> ledger) {
        this.byDefault = byDefault;
        states.put(1L, byDefault);
        for (Entry entry : ledger) {
            Map<Cell, Boolean> next = new HashMap<>(states.lastEntry().getValue());
            next.putAll(entry.changes());
            states.put(entry.version(), next);
        }
    }

    long last() {
        return states.lastKey();
    }

    /** Version 0 is that of somebody who is not known yet. */
    boolean exists(long version) {
        return version == 0 || states.containsKey(version);
    }

    Map<Cell, Boolean> at(long version) {
        return version == 0 ? byDefault : states.getOrDefault(version, Map.of());
    }

    /** Whether all of this held in some version from the one to the other, both included. */
    boolean heldBetween(long from, long to, Map<Cell, Boolean> wanted) {
        return from <= to
                && (states.subMap(from, true, to, true).values().stream().anyMatch(state -> holds(state, wanted))
                        || (from == 0 && holds(byDefault, wanted)));
    }

    static boolean holds(Map<Cell, Boolean> state, Map<Cell, Boolean> wanted) {
        return wanted.entrySet().stream().allMatch(one -> one.getValue().equals(state.get(one.getKey())));
    }

    /** Where these show something else than that version, as far as they show it. */
    Map<Cell, Boolean> differences(long version, Map<Cell, Boolean> shown) {
        Map<Cell, Boolean> state = at(version);
        Map<Cell, Boolean> different = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        shown.forEach((cell, allowed) -> {
            if (!allowed.equals(state.get(cell))) {
                different.put(cell, allowed);
            }
        });
        return different;
    }
}
