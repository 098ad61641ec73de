package org.privacypromise.requests.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.FieldCipher;

/** A mail to the person who asked. Its text is encrypted, and gone once it is sent. */
@Entity
@Table(name = "notice")
class Notice {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 10;

    @Id
    private UUID id;

    @Column(name = "request_id")
    private UUID requestId;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    private int occurrence;

    private byte @Nullable [] mail;

    @Enumerated(EnumType.STRING)
    private NoticeState state;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Notice() {}

    Notice(UUID id, UUID requestId, NoticeKind kind, int occurrence, byte[] mail, Instant now) {
        this.id = id;
        this.requestId = requestId;
        this.kind = kind;
        this.occurrence = occurrence;
        this.mail = mail.clone();
        this.state = NoticeState.QUEUED;
        this.nextAttemptAt = now;
        this.createdAt = now;
    }

    static FieldCipher.Place placeOfMail(UUID id) {
        return new FieldCipher.Place("notice", id.toString(), "mail");
    }

    /** It is with the recipient, or never will be. */
    void settle(NoticeState settled, Instant now) {
        if (state == NoticeState.QUEUED) {
            state = settled;
            settledAt = now;
            mail = null;
        }
    }

    /** It is neither yet: twice as long a pause each time. */
    void tryLater(Instant now) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        attempts++;
        nextAttemptAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    UUID id() {
        return id;
    }

    UUID requestId() {
        return requestId;
    }

    NoticeKind kind() {
        return kind;
    }

    NoticeState state() {
        return state;
    }

    /** Null once it is settled. */
    byte @Nullable [] mail() {
        return mail == null ? null : mail.clone();
    }
}
