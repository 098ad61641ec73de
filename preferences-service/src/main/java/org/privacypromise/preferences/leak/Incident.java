package org.privacypromise.preferences.leak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A message that should not have been sent, with what shows it. */
@Entity
@Immutable
@Table(name = "incident")
class Incident {

    /** Why it should not have been sent. */
    enum Kind {
        /** The system itself had said that the refusal was in force there. */
        AFTER_EFFECTIVE,
        /** The system's target time was over, whatever it has said. */
        AFTER_TARGET_TIME,
        /** The subject had been erased. */
        AFTER_ERASURE,
        /** Nobody has ever allowed it: there is no such subject, or no such choice. */
        WITHOUT_PERMISSION
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Column(name = "subject_ref")
    String subjectRef;

    @Nullable
    String key;

    String purpose;

    String channel;

    String brand;

    String system;

    @Column(name = "message_ref")
    String messageRef;

    @Column(name = "sent_at")
    Instant sentAt;

    @Column(name = "refused_at")
    @Nullable
    Instant refusedAt;

    @Column(name = "refused_version")
    @Nullable
    Long refusedVersion;

    @Column(name = "record_hash")
    @Nullable
    String recordHash;

    @Column(name = "acknowledged_version")
    @Nullable
    Long acknowledgedVersion;

    @Column(name = "effective_from")
    @Nullable
    Instant effectiveFrom;

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    @Column(name = "detected_at")
    Instant detectedAt;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    @Column(name = "closed_by")
    @Nullable
    String closedBy;

    @Column(name = "closing_reason")
    @Nullable
    String closingReason;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Incident() {}

    /** Without evidence of a refusal: there was none. */
    Incident(Kind kind, Message message, @Nullable String key, String subjectRef, Instant detectedAt) {
        this.kind = kind;
        this.subjectRef = subjectRef;
        this.key = key;
        this.purpose = message.cell().purpose();
        this.channel = message.cell().channel();
        this.brand = message.cell().brand();
        this.system = message.system();
        this.messageRef = message.messageRef();
        this.sentAt = message.sentAt();
        this.detectedAt = detectedAt;
    }
}
