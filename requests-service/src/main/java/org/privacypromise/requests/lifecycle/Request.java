package org.privacypromise.requests.lifecycle;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.clock.law.Derivation;
import org.privacypromise.requests.clock.law.Facts;
import org.privacypromise.requests.clock.law.Phrase;
import org.privacypromise.requests.clock.law.Regime;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.step.Channel;
import org.privacypromise.requests.lifecycle.step.Ground;
import org.privacypromise.requests.lifecycle.step.Lifecycle;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ContactPointVerified;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.CustomerRecognised;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.IdentityAsked;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.Refused;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.Reopened;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.SignedIn;
import org.privacypromise.requests.lifecycle.step.Status;

/**
 * What somebody has asked of their data: one right. Its due date follows from recorded facts and nothing else; its status
 * changes by {@link #apply} only. Whoever changes it holds the row's lock.
 */
@Entity
@Table(name = "request")
@RegisterForReflection(targets = {Derivation.class, Derivation.Step.class, Facts.class, Phrase.class})
public class Request {

    @Id
    private UUID id;

    @Column(name = "submission_id")
    private UUID submissionId;

    @Column(name = "customer_id")
    private @Nullable String customerId;

    @Column(name = "contact_ref")
    private @Nullable String contactRef;

    @Column(name = "verification_id")
    private @Nullable String verificationId;

    @Column(name = "asked_for")
    @Enumerated(EnumType.STRING)
    private Right right;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private Regime regime;

    private String place;

    @Enumerated(EnumType.STRING)
    private Status status;

    private long version;

    private String language;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "due_date")
    private LocalDate dueDate;

    @JdbcTypeCode(SqlTypes.JSON)
    private Derivation derivation;

    @Column(name = "identity_asked_on")
    private @Nullable LocalDate identityAskedOn;

    @Column(name = "refusal_ground")
    @Enumerated(EnumType.STRING)
    private @Nullable Ground refusalGround;

    @Column(name = "tracking_key_hash")
    private byte @Nullable [] trackingKeyHash;

    @Column(name = "planned_at")
    private @Nullable Instant plannedAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "reopened_at")
    private @Nullable Instant reopenedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Request() {}

    @SuppressWarnings("NullAway.Init") // derive sets the rest
    private Request(Claimant who, Derivation derivation, Arrival arrival) {
        this.id = UUID.randomUUID();
        this.submissionId = arrival.submission();
        this.customerId = who.customerId();
        this.verificationId = who.verificationId();
        this.trackingKeyHash = who.trackingKeyHash();
        this.channel = arrival.channel();
        this.language = arrival.language();
        this.right = derivation.facts().right();
        this.regime = derivation.facts().regime();
        this.place = derivation.facts().place();
        this.status = who.firstStatus(right);
        this.version = 1;
        this.receivedAt = arrival.receivedAt();
        this.changedAt = arrival.notedAt();
        derive(derivation);
    }

    /** A new request, whose clock runs. */
    public static Request by(Claimant who, Derivation derivation, Arrival arrival) {
        return new Request(who, derivation, arrival);
    }

    /** Takes over what the clock says of the facts as they are now. */
    void derive(Derivation anew) {
        derivation = anew;
        dueDate = anew.dueDate();
    }

    /**
     * Takes this step, and gives the line for the history.
     * @throws org.privacypromise.requests.lifecycle.step.IllegalTransitionException if it cannot happen now
     */
    RequestHistory apply(LifecycleEvent event, Clock clock) {
        Status before = status;
        status = Lifecycle.next(before, event);
        version++;
        changedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        learn(event);
        answeredAt = status.isAnswered() ? changedAt : null;
        closedAt = status.isClosed() ? changedAt : null;
        return RequestHistory.of(this, event.name(), before);
    }

    private void learn(LifecycleEvent event) {
        switch (event) {
            case ContactPointVerified(String proof, String provenRef) -> proven(proof, provenRef);
            case CustomerRecognised(String proof, String provenRef) -> proven(proof, provenRef);
            case SignedIn(String customer) -> {
                customerId = customer;
                trackingKeyHash = null; // it is about an account from now on, which a key from before does not open
            }
            case IdentityAsked(LocalDate on) -> identityAskedOn = on;
            case Refused(Ground ground) -> refusalGround = ground;
            case Reopened() -> reopenedAt = changedAt;
            default -> {}
        }
    }

    private void proven(String proof, String provenRef) {
        verificationId = proof;
        contactRef = provenRef;
    }

    /** Whether a person of the privacy team decides on it: of its kind, or because we had doubts about who asks. */
    public boolean isWeighed() {
        return right.isWeighed() || identityAskedOn != null;
    }

    /** Notes that its tasks are planned; the first time counts. */
    public void planned(Instant now) {
        if (plannedAt == null) {
            plannedAt = now;
        }
    }

    /** Nobody can follow it any more without signing in; for the erasure of whom it is about. */
    public void forgetTrackingKey() {
        trackingKeyHash = null;
    }

    public UUID id() {
        return id;
    }

    /** Shared by all that was asked in one go. */
    public UUID submissionId() {
        return submissionId;
    }

    /** Whose data it is about; null if the person is known by {@link #contactRef()} only, or not yet. */
    public @Nullable String customerId() {
        return customerId;
    }

    /** The contact point that a guest has proven to control; null for who signed in from the start, or if not yet. */
    public @Nullable String contactRef() {
        return contactRef;
    }

    /** The guest's verification, by which identity-service finds the address for mails; null for who signed in. */
    public @Nullable String verificationId() {
        return verificationId;
    }

    public Right right() {
        return right;
    }

    public Channel channel() {
        return channel;
    }

    public Regime regime() {
        return regime;
    }

    public String language() {
        return language;
    }

    /** Whose calendar counts (ISO 3166). */
    public String place() {
        return place;
    }

    public Status status() {
        return status;
    }

    /** Grows by one with each event that is published about it. */
    public long version() {
        return version;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** When it came to its status. */
    public Instant changedAt() {
        return changedAt;
    }

    public LocalDate dueDate() {
        return dueDate;
    }

    /** When it was formally asked for more about who asks; null if it was not. */
    public @Nullable LocalDate identityAskedOn() {
        return identityAskedOn;
    }

    /** Why somebody of us has refused it; null otherwise, and if the screening's review did. */
    public @Nullable Ground refusalGround() {
        return refusalGround;
    }

    /** When data turned up again after its erasure, the last time; null if it has not. */
    public @Nullable Instant reopenedAt() {
        return reopenedAt;
    }

    public Derivation derivation() {
        return derivation;
    }

    /** SHA-256 of the guest's key; null if there is none, or none any more. */
    public byte @Nullable [] trackingKeyHash() {
        return trackingKeyHash == null ? null : trackingKeyHash.clone();
    }

    public @Nullable Instant plannedAt() {
        return plannedAt;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    /** When it was answered, refused, withdrawn, or lapsed; null while it is open. */
    public @Nullable Instant closedAt() {
        return closedAt;
    }
}
