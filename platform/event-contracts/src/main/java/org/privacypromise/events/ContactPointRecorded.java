package org.privacypromise.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;

/**
 * A customer can be reached at a contact point; the same one may be recorded again when it has been verified.
 *
 * @param contactRef the keyed reference of the contact point, which cannot be turned back into an address
 * @param verified whether the customer has proven to control it
 */
public record ContactPointRecorded(
        String customerId, long version, String contactRef, Kind kind, boolean verified, Instant recordedAt)
        implements CustomerEvent {

    public ContactPointRecorded {
        Shape.reference("customerId", customerId);
        Shape.version(version);
        Shape.reference("contactRef", contactRef);
        Shape.present("kind", kind);
        Shape.present("recordedAt", recordedAt);
    }

    /** What sort of contact point it is. */
    public enum Kind {
        EMAIL,
        PHONE,
        /** A sort that the publisher knows and this version does not. Only ever read, never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    @Override
    public EventType type() {
        return EventType.CONTACT_POINT_RECORDED;
    }
}
