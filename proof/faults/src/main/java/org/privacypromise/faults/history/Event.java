package org.privacypromise.faults.history;

import java.util.Map;

/** An event as it lies on a topic. */
public record Event(String id, long version, Map<Cell, Boolean> choices) {

    public Event {
        choices = Map.copyOf(choices);
    }
}
