package org.privacypromise.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;

/**
 * A subject was erased. It is kept for ever, so that whoever restores a backup can erase once more what came back with
 * it, and it names nobody: without the erasure key it can neither be turned back nor checked against a guess.
 *
 * @param subjectRef key version and keyed hash of the customer ID or contact reference; the key of the event
 * @param version the instant of the erasure in milliseconds: a contact point may be erased more than once
 */
public record SubjectErased(String subjectRef, long version, Scope scope, Instant erasedAt) implements ErasureEvent {

    public SubjectErased {
        Shape.reference("subjectRef", subjectRef);
        Shape.version(version);
        Shape.present("scope", scope);
        Shape.present("erasedAt", erasedAt);
    }

    /** What the reference stands for. */
    public enum Scope {
        CUSTOMER,
        CONTACT_POINT,
        /** One that the publisher knows and this version does not. Only ever read, never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    @Override
    public EventType type() {
        return EventType.SUBJECT_ERASED;
    }

    @Override
    public String key() {
        return subjectRef;
    }
}
