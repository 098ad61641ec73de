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
 * @param found how many records a probe has found that should not be there; null for any other operation
 * @param told which recipients have been told by the system (GDPR Art. 19); null if nobody was to be
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
        Instant answeredAt,
        @Nullable Long found,
        @Nullable List<String> told)
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
        told = told == null ? null : Shape.distinct("told", told, key -> Shape.registerKey("told", key));
        if (found != null && found < 0) {
            throw new IllegalArgumentException("found must not be negative");
        }
        if (outcome != Outcome.UNKNOWN && (outcome == Outcome.FAILED) != (reason != null)) {
            throw new IllegalArgumentException("a reason goes with the outcome FAILED");
        }
    }

    /** An answer that neither counts what is left nor tells recipients. */
    public TaskAnswered(
            String taskId,
            String requestId,
            long version,
            Outcome outcome,
            @Nullable String digest,
            List<Kept> kept,
            List<Certificate> certificates,
            @Nullable String reason,
            Instant answeredAt) {
        this(taskId, requestId, version, outcome, digest, kept, certificates, reason, answeredAt, null, null);
    }

    /** How it went. */
    public enum Outcome {
        /** Handed over, erased, put right or restricted, all of it; of a probe: there is something left. */
        DONE,
        /** The system knows nothing about this person; of a probe: nothing but what may be kept. */
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
