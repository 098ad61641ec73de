package org.privacypromise.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Somebody has asked for something that the law gives them a right to, and the statutory clock runs.
 *
 * @param rights at least one, each once
 * @param place whose calendar counts, such as {@code GB-ENG} (ISO 3166)
 * @param dueDate the last day on which the answer is in time
 */
public record RequestReceived(
        String requestId,
        long version,
        List<Right> rights,
        Regime regime,
        String place,
        Channel channel,
        Instant receivedAt,
        LocalDate dueDate)
        implements RequestsEvent {

    public RequestReceived {
        Shape.reference("requestId", requestId);
        Shape.version(version);
        rights = Shape.distinct("rights", rights, right -> right);
        if (rights.isEmpty()) {
            throw new IllegalArgumentException("rights must not be empty");
        }
        Shape.present("regime", regime);
        Shape.reference("place", place);
        Shape.present("channel", channel);
        Shape.present("receivedAt", receivedAt);
        Shape.present("dueDate", dueDate);
    }

    /** What can be asked for. */
    public enum Right {
        ACCESS,
        ERASURE,
        RECTIFICATION,
        RESTRICTION,
        RESTRICTION_LIFTING,
        PORTABILITY,
        OBJECTION,
        /** To direct marketing. */
        MARKETING_OBJECTION,
        /** Of an automated decision. */
        HUMAN_REVIEW,
        COMPLAINT,
        /** One that the publisher knows and this version does not. Only ever read, never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** The law that sets the clock. */
    public enum Regime {
        UK_GDPR,
        EU_GDPR,
        CCPA,
        LGPD,
        /** One that the publisher knows and this version does not. Only ever read, never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** By which way it reached us. */
    public enum Channel {
        SIGNED_IN,
        GUEST,
        /** Through customer care. */
        CALL,
        LETTER,
        /** A way that the publisher knows and this version does not. Only ever read, never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    @Override
    public EventType type() {
        return EventType.REQUEST_RECEIVED;
    }
}
