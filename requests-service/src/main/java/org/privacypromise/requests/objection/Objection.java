package org.privacypromise.requests.objection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.FieldCipher;

/** That nothing is to be advertised to somebody any more, until preferences-service has confirmed it. */
@Entity
@Table(name = "marketing_objection")
class Objection {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 10;

    @Id
    @Column(name = "request_id")
    private UUID requestId;

    private byte @Nullable [] contact;

    @Column(name = "contact_ref")
    private @Nullable String contactRef;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "done_at")
    private @Nullable Instant doneAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Objection() {}

    Objection(UUID requestId, byte @Nullable [] contact, Instant now) {
        this.requestId = requestId;
        this.contact = contact == null ? null : contact.clone();
        this.nextAttemptAt = now;
    }

    static FieldCipher.Place placeOfContact(UUID request) {
        return new FieldCipher.Place("marketing_objection", request.toString(), "contact");
    }

    /** Whom it is about is known now; what was typed is needed no longer. */
    void name(String reference) {
        contactRef = reference;
        contact = null;
    }

    void done(Instant now) {
        doneAt = now;
        contact = null;
    }

    /** Another service did not answer: twice as long a pause each time. */
    void tryLater(Instant now) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        attempts++;
        nextAttemptAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    /** What was typed, encrypted; null if nothing was, or it is named by now. */
    byte @Nullable [] contact() {
        return contact == null ? null : contact.clone();
    }

    @Nullable
    String contactRef() {
        return contactRef;
    }
}
