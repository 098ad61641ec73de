package org.privacypromise.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;

/** A request has taken a step of its lifecycle. */
public record RequestStatusChanged(String requestId, long version, Status status, Instant changedAt)
        implements RequestsEvent {

    public RequestStatusChanged {
        Shape.reference("requestId", requestId);
        Shape.version(version);
        Shape.present("status", status);
        Shape.present("changedAt", changedAt);
    }

    /** Where a request can be. */
    public enum Status {
        /** A guest has not yet proven to control the contact point. */
        AWAITING_VERIFICATION,
        /** The contact point is a customer's, so it takes the customer's sign-in. */
        AWAITING_SIGN_IN,
        /** It is being checked for fraud. */
        SCREENING,
        /** A person looks at it: the screening found something, or it is of a kind that a person weighs. */
        IN_REVIEW,
        /** The systems are at work. */
        FULFILLING,
        /** The answer is with the person who asked. */
        ANSWERED,
        /** The same, and the answer says what of it could not be done. */
        ANSWERED_IN_PART,
        /** It was refused, with reasons. */
        REFUSED,
        /** Nobody has proven who asked. */
        LAPSED,
        /** Whoever asked has taken it back. */
        WITHDRAWN,
        /** One that the publisher knows and this version does not. Only ever read, never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    @Override
    public EventType type() {
        return EventType.REQUEST_STATUS_CHANGED;
    }
}
