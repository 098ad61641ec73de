package org.privacypromise.events;

import java.time.Instant;

/**
 * A downstream system acts on this version of a subject's choices. It covers every version up to this one.
 *
 * @param key as in the {@link PreferencesState} that is acknowledged
 * @param effectiveFrom since when the system acts on it; a repeat says the same instant
 */
public record ChoicesAcknowledged(String key, long version, Instant effectiveFrom) implements SystemEvent {

    public ChoicesAcknowledged {
        Shape.key(key);
        Shape.version(version);
        Shape.present("effectiveFrom", effectiveFrom);
    }

    @Override
    public EventType type() {
        return EventType.CHOICES_ACKNOWLEDGED;
    }
}
