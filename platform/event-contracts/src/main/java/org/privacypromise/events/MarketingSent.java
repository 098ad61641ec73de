package org.privacypromise.events;

import java.time.Instant;

/**
 * A downstream system sent somebody a marketing message. Whoever knows which refusals were in force then can tell whether
 * it should have.
 *
 * @param key to whom, as in the {@link PreferencesState} that allowed it
 * @param sentAt when the message was handed over to be delivered; a repeat says the same instant
 * @param messageRef by which the system finds the message again; it says nothing about the subject
 */
public record MarketingSent(String key, String purpose, String channel, String brand, Instant sentAt, String messageRef)
        implements SystemEvent {

    public MarketingSent {
        Shape.key(key);
        Shape.registerKey("purpose", purpose);
        Shape.registerKey("channel", channel);
        Shape.registerKey("brand", brand);
        Shape.present("sentAt", sentAt);
        Shape.reference("messageRef", messageRef);
    }

    @Override
    public EventType type() {
        return EventType.MARKETING_SENT;
    }

    /** The instant of sending in milliseconds: messages have no versions, and one follows another. */
    @Override
    public long version() {
        return Math.max(1, sentAt.toEpochMilli());
    }
}
