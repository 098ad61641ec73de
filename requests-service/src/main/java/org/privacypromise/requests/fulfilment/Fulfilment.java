package org.privacypromise.requests.fulfilment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.clock.law.Right;

/**
 * How far the answer to a request has come. Its row's lock is the lock of all its tasks: they are changed one at a time,
 * whichever systems answer at the same moment.
 */
@Entity
class Fulfilment {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 9;
    private static final int MOST_TIMES = 3;

    @Id
    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "operation")
    @Enumerated(EnumType.STRING)
    private Right right;

    private int stage;

    @Column(name = "customer_ids")
    private String[] customerIds;

    @Column(name = "contact_refs")
    private String[] contactRefs;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    /** How often data was found again after its erasure. */
    private int reopened;

    /** Whose data some system keeps for a time, encrypted; null if none does. */
    @Column(name = "kept_subject")
    private byte @Nullable [] keptSubject;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Fulfilment() {}

    /** Whose data it is about is now known, and for good. */
    void plan(List<String> customers, List<String> contactPoints, Instant now) {
        customerIds = customers.toArray(String[]::new);
        contactRefs = contactPoints.toArray(String[]::new);
        attempts = 0;
        nextAttemptAt = now;
    }

    boolean isPlanned() {
        return stage > 0;
    }

    void enter(int next, Instant now) {
        stage = next;
        attempts = 0;
        nextAttemptAt = now;
    }

    /** Every task is answered; whom they were about is no longer needed here. */
    void complete(Instant now) {
        stage = Course.DONE;
        completedAt = now;
        nextAttemptAt = now;
        attempts = 0;
        customerIds = new String[0];
        contactRefs = new String[0];
    }

    /** Every task is answered but those that a legal hold forbids; whom they are about is needed until it is lifted. */
    void suspend() {
        stage = Course.DONE;
    }

    boolean isSuspended() {
        return stage == Course.DONE && completedAt == null;
    }

    /** @return whether it is to be erased once more, or was so often that a person has to look */
    boolean reopen() {
        return ++reopened <= MOST_TIMES;
    }

    /** @param sealed whose data is kept for a time, encrypted; null once it no longer is */
    void keepSubject(byte @Nullable [] sealed) {
        keptSubject = sealed == null ? null : sealed.clone();
    }

    byte @Nullable [] keptSubject() {
        return keptSubject == null ? null : keptSubject.clone();
    }

    /** The person has the answer; nothing is left to do here. */
    void answered(Instant now) {
        answeredAt = now;
    }

    /** Something that the next step needs is away: twice as long a pause each time. */
    void tryLater(Instant now) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        attempts++;
        nextAttemptAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    Right right() {
        return right;
    }

    int stage() {
        return stage;
    }

    List<String> customerIds() {
        return List.of(customerIds);
    }

    List<String> contactRefs() {
        return List.of(contactRefs);
    }

    boolean isAnswered() {
        return answeredAt != null;
    }

    boolean isComplete() {
        return completedAt != null;
    }
}
