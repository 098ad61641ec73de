package org.privacypromise.requests.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.requests.lifecycle.step.Ground;

/**
 * What somebody of the desk wants to be decided, and what somebody else, who leads, has decided on it: never the same
 * person.
 */
@Entity
@Table(name = "desk_proposal")
class Proposal {

    static final String EVIDENCE = "evidence";
    static final String EXPLANATION = "explanation";

    /** What becomes of the request. */
    enum Outcome {
        GRANT,
        REFUSE
    }

    /** What became of the proposal. */
    enum State {
        OPEN,
        APPROVED,
        TURNED_DOWN
    }

    @Id
    private UUID id;

    @Column(name = "request_id")
    private UUID requestId;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Enumerated(EnumType.STRING)
    private @Nullable Ground ground;

    private byte @Nullable [] evidence;

    private byte[] explanation;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Proposal() {}

    private Proposal(UUID id, UUID requestId, Outcome outcome, byte[] explanation, String proposedBy, Instant now) {
        this.id = id;
        this.requestId = requestId;
        this.outcome = outcome;
        this.explanation = explanation.clone();
        this.proposedBy = proposedBy;
        this.proposedAt = now;
        this.state = State.OPEN;
    }

    static Proposal toGrant(UUID id, UUID requestId, byte[] explanation, String by, Instant now) {
        return new Proposal(id, requestId, Outcome.GRANT, explanation, by, now);
    }

    static Proposal toRefuse(
            UUID id, UUID requestId, Ground ground, byte[] evidence, byte[] explanation, String by, Instant now) {
        Proposal proposal = new Proposal(id, requestId, Outcome.REFUSE, explanation, by, now);
        proposal.ground = ground;
        proposal.evidence = evidence.clone();
        return proposal;
    }

    static FieldCipher.Place placeOf(UUID id, String field) {
        return new FieldCipher.Place("desk_proposal", id.toString(), field);
    }

    /** By somebody else than who proposed it; the first decision counts. */
    void decide(State decision, String by, Instant now) {
        if (state == State.OPEN) {
            state = decision;
            decidedBy = by;
            decidedAt = now;
        }
    }

    UUID id() {
        return id;
    }

    UUID requestId() {
        return requestId;
    }

    Outcome outcome() {
        return outcome;
    }

    /** Null for what is to be granted. */
    @Nullable
    Ground ground() {
        return ground;
    }

    byte @Nullable [] evidence() {
        return evidence == null ? null : evidence.clone();
    }

    byte[] explanation() {
        return explanation.clone();
    }

    String proposedBy() {
        return proposedBy;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    State state() {
        return state;
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
