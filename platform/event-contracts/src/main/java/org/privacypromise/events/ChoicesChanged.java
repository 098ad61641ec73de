package org.privacypromise.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.List;

/**
 * A subject made one or more choices in one step.
 *
 * @param version the version of the {@link PreferencesState} that resulted
 * @param noticeVersion the privacy notice that the subject had before them
 * @param changes at least one; each purpose, channel and brand at most once
 */
public record ChoicesChanged(
        String key, long version, Instant changedAt, Source source, String noticeVersion, List<Change> changes)
        implements PreferencesEvent {

    public ChoicesChanged {
        Shape.key(key);
        Shape.version(version);
        Shape.present("changedAt", changedAt);
        Shape.present("source", source);
        Shape.reference("noticeVersion", noticeVersion);
        changes = Shape.distinct("changes", changes, c -> List.of(c.purpose, c.channel, c.brand));
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("changes must not be empty");
        }
    }

    /** What one choice became. */
    public record Change(String purpose, String channel, String brand, boolean allowed) {

        public Change {
            Shape.registerKey("purpose", purpose);
            Shape.registerKey("channel", channel);
            Shape.registerKey("brand", brand);
        }
    }

    /** By which way the choice reached us. */
    public enum Source {
        /** The customer, signed in. */
        CUSTOMER,
        /** The link or the one-click header of a message (RFC 8058); only ever opts out. */
        UNSUBSCRIBE_LINK,
        /** An earlier opt-out of a contact point that has now turned out to be this customer's. */
        SUPPRESSION,
        /** A form for somebody who is not signed in, such as a newsletter or a competition. */
        GUEST,
        /** The link by which somebody confirmed from their mailbox what they had asked for (double opt-in). */
        CONFIRMATION_LINK,
        /** A sale at which the customer did not say no (ePrivacy Directive Art. 13(2)). */
        SOFT_OPT_IN,
        /** The browser's signal (Global Privacy Control); only ever opts out. */
        GPC,
        /** What was chosen at a contact point and by its customer was made one. */
        MERGE,
        /** A record of the time before the suite. */
        IMPORT,
        /** A way that the publisher knows and this version does not. Only ever read, never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    @Override
    public EventType type() {
        return EventType.CHOICES_CHANGED;
    }
}
