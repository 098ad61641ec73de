package org.privacypromise.events;

/**
 * A fact that its publisher has committed. Every event is immutable and valid: a record that exists has passed the
 * checks of its constructor, which throws an {@link IllegalArgumentException} that names the field and never shows the
 * value.
 */
public sealed interface Event
        permits PreferencesEvent, IdentityEvent, RequestsEvent, FraudEvent, SystemEvent, ErasureEvent {

    /** What the CloudEvents header {@code ce_type} says. */
    EventType type();

    /**
     * The Kafka key: {@code c:<customerId>} or {@code p:<contactRef>} for what is about a subject, else the ID of what
     * the event is about, such as a request. Events of one key are in order.
     */
    String key();

    /** The version of the aggregate that the event is about; at least 1, and higher with each event of a key. */
    long version();
}
