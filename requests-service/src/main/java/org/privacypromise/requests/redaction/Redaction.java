package org.privacypromise.requests.redaction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.FieldCipher.Place;

/** A record or field of a system's document that is somebody else's, and who says so. */
@Entity
class Redaction {

    @Id
    private UUID id;

    @Column(name = "request_id")
    private UUID requestId;

    private String system;

    private String pointer;

    private byte[] reason;

    @Enumerated(EnumType.STRING)
    private RedactionState state;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Redaction() {}

    /** @param reason encrypted for {@link #placeOfReason} */
    Redaction(UUID id, UUID requestId, String system, String pointer, byte[] reason, String staff, Instant now) {
        this.id = id;
        this.requestId = requestId;
        this.system = system;
        this.pointer = pointer;
        this.reason = reason.clone();
        this.state = RedactionState.PROPOSED;
        this.proposedBy = staff;
        this.proposedAt = now;
    }

    static Place placeOfReason(UUID id) {
        return new Place("redaction", id.toString(), "reason");
    }

    void decide(RedactionState decision, String staff, Instant now) {
        state = decision;
        decidedBy = staff;
        decidedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID requestId() {
        return requestId;
    }

    String system() {
        return system;
    }

    String pointer() {
        return pointer;
    }

    byte[] reason() {
        return reason.clone();
    }

    RedactionState state() {
        return state;
    }

    String proposedBy() {
        return proposedBy;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    @Nullable
    String decidedBy() {
        return decidedBy;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }
}
