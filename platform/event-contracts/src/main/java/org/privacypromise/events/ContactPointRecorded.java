package org.privacypromise.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer can be reached at a contact point; the same one may be recorded again when it has been verified.
 *
 * @param contactRef the keyed reference of the contact point, which cannot be turned back into an address
 * @param otherRefs what the same contact point is called under the other keys that are in use, so that what was said before
 *     a key was renewed is found; null or empty if there is one key only
 * @param verified whether the customer has proven to control it
 */
public record ContactPointRecorded(
        String customerId,
        long version,
        String contactRef,
        @Nullable List<String> otherRefs,
        Kind kind,
        boolean verified,
        Instant recordedAt)
        implements CustomerEvent {

    public ContactPointRecorded {
        Shape.reference("customerId", customerId);
        Shape.version(version);
        Shape.reference("contactRef", contactRef);
        otherRefs = otherRefs == null ? null : Shape.references("otherRefs", otherRefs);
        if (otherRefs != null && otherRefs.contains(contactRef)) {
            throw new IllegalArgumentException("otherRefs must not repeat contactRef");
        }
        Shape.present("kind", kind);
        Shape.present("recordedAt", recordedAt);
    }

    /** While there is one key only. */
    public ContactPointRecorded(
            String customerId, long version, String contactRef, Kind kind, boolean verified, Instant recordedAt) {
        this(customerId, version, contactRef, null, kind, verified, recordedAt);
    }

    /** All names of the contact point, in alphabetical order. */
    public List<String> everyRef() {
        return Stream.concat(Stream.of(contactRef), otherRefs == null ? Stream.of() : otherRefs.stream())
                .sorted()
                .toList();
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
