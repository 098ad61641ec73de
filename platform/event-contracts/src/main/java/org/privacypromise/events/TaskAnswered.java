package org.privacypromise.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A system has done what a {@link SubjectTask} asked, or says that it cannot. The key is the request's ID.
 *
 * @param version the version of the task that is answered
 * @param digest SHA-256 of the uploaded bytes, hexadecimal; null if nothing was uploaded
 * @param kept what is left after an erasure, each with its rule; empty if nothing is
 * @param certificates proof of the keys that were destroyed; empty if the system has none
 * @param reason why it failed, as a short key such as {@code legal-hold}; null unless it did
 */
public record TaskAnswered(
        String taskId,
        String requestId,
        long version,
        Outcome outcome,
        @Nullable String digest,
        List<Kept> kept,
        List<Certificate> certificates,
        @Nullable String reason,
        Instant answeredAt)
        implements SystemEvent {

    public TaskAnswered {
        Shape.reference("taskId", taskId);
        Shape.reference("requestId", requestId);
        Shape.version(version);
        Shape.present("outcome", outcome);
        Shape.optional(digest, hash -> Shape.digest("digest", hash));
        kept = Shape.distinct("kept", kept, left -> left);
        certificates = Shape.distinct("certificates", certificates, Certificate::keyId);
        Shape.optional(reason, key -> Shape.registerKey("reason", key));
        Shape.present("answeredAt", answeredAt);
        if (outcome != Outcome.UNKNOWN && (outcome == Outcome.FAILED) != (reason != null)) {
            throw new IllegalArgumentException("a reason goes with the outcome FAILED");
        }
    }

    /** How it went. */
    public enum Outcome {
        /** Handed over or erased, all of it. */
        DONE,
        /** The system knows nothing about this person. */
        NOTHING_HELD,
        /** A person has to look. */
        FAILED,
        /** One that the publisher knows and this version does not. Only ever read, never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /**
     * What an erasure has left.
     *
     * @param until the day on which it is erased, too; null if the rule has no end
     */
    public record Kept(
            String category, String retention, @Nullable LocalDate until) {

        public Kept {
            Shape.category("category", category);
            Shape.registerKey("retention", retention);
        }
    }

    /**
     * A key is gone, and with it whatever it encrypted.
     *
     * @param hash SHA-256 over the certificate that the system keeps, hexadecimal
     */
    public record Certificate(String keyId, Instant destroyedAt, Instant inBackupsUntil, String hash) {

        public Certificate {
            Shape.reference("keyId", keyId);
            Shape.present("destroyedAt", destroyedAt);
            Shape.present("inBackupsUntil", inBackupsUntil);
            Shape.digest("hash", hash);
        }
    }

    @Override
    public EventType type() {
        return EventType.TASK_ANSWERED;
    }

    @Override
    public String key() {
        return requestId;
    }
}
