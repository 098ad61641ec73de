package org.privacypromise.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to prove control of a contact point has ended; its key is the verification's ID.
 *
 * @param contactRef the contact point that the code went to
 * @param purpose what the code was asked for; it proves nothing for any other purpose
 * @param requestId the request that the code was asked for; null if there was none yet
 * @param evidence what is proven; null unless verified
 * @param customerIds every customer who is reached by this contact point, none or several; empty unless verified
 * @param receipt the signed proof of this step, a compact JWS (RFC 7515); null unless verified
 */
public record VerificationConcluded(
        String verificationId,
        long version,
        String contactRef,
        Purpose purpose,
        @Nullable String requestId,
        Outcome outcome,
        @Nullable Evidence evidence,
        List<String> customerIds,
        @Nullable String receipt,
        Instant concludedAt)
        implements IdentityEvent {

    public VerificationConcluded {
        Shape.reference("verificationId", verificationId);
        Shape.version(version);
        Shape.reference("contactRef", contactRef);
        Shape.present("purpose", purpose);
        Shape.optional(requestId, id -> Shape.reference("requestId", id));
        Shape.present("outcome", outcome);
        customerIds = Shape.references("customerIds", customerIds);
        Shape.optional(receipt, proof -> Shape.receipt("receipt", proof));
        Shape.present("concludedAt", concludedAt);
        boolean proven = evidence != null && receipt != null;
        boolean claimed = evidence != null || receipt != null || !customerIds.isEmpty();
        if (outcome == Outcome.VERIFIED ? !proven : outcome != Outcome.UNKNOWN && claimed) {
            throw new IllegalArgumentException("evidence, receipt and customerIds go with the outcome VERIFIED");
        }
    }

    /** What a code may be asked for. */
    public enum Purpose {
        ACCESS_REQUEST,
        ERASURE_REQUEST,
        /** Any request about one's data, or several at once. */
        RIGHTS_REQUEST,
        PACKAGE_DOWNLOAD,
        /** One that the publisher knows and this version does not. Only ever read, never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** How it ended. */
    public enum Outcome {
        VERIFIED,
        /** Too many wrong codes. */
        FAILED,
        /** No right code came in time. */
        EXPIRED,
        /** One that the publisher knows and this version does not. Only ever read, never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** How much is proven. */
    public enum Evidence {
        /** Whoever answered can read what is sent to the contact point: that, and nothing about who they are. */
        CONTACT_POINT_CONTROL,
        /** One that the publisher knows and this version does not. Only ever read, never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    @Override
    public EventType type() {
        return EventType.VERIFICATION_CONCLUDED;
    }

    @Override
    public String key() {
        return verificationId;
    }
}
