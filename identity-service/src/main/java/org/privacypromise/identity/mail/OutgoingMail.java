package org.privacypromise.identity.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.identity.mail.delivery.Redelivery;
import org.privacypromise.identity.seal.Seal;
import org.privacypromise.personaldata.DataKey;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.PersonalText;

/** A mail on its way, or a note that there was one. What it says is gone as soon as it is settled. */
@Entity
@Table(name = "outgoing_mail")
@SuppressWarnings("UnusedVariable") // some columns are read by queries only
class OutgoingMail {

    enum State {
        QUEUED,
        ACCEPTED,
        UNDELIVERABLE
    }

    @Id
    UUID id;

    private String client;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Column(name = "content_key")
    private int contentKey;

    @Column(name = "content_mac")
    private byte[] contentMac;

    @Column(name = "customer_id")
    private @Nullable String customerId;

    @Column(name = "verification_id")
    private @Nullable UUID verificationId;

    private boolean code;

    private byte @Nullable [] subject;

    private byte @Nullable [] text;

    private byte @Nullable [] html;

    @Enumerated(EnumType.STRING)
    State state;

    @Nullable
    String reason;

    @Column(name = "queued_at")
    private Instant queuedAt;

    @Column(name = "deliver_before")
    private @Nullable Instant deliverBefore;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    private int failures;

    private int refusals;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected OutgoingMail() {}

    private OutgoingMail(Recipient recipient, String client, String idempotencyKey, Seal seal, Instant now) {
        this.id = UUID.randomUUID();
        this.client = client;
        this.idempotencyKey = idempotencyKey;
        this.contentKey = seal.keyVersion();
        this.contentMac = seal.mac();
        this.customerId = recipient.customerId();
        this.verificationId = recipient.verificationId();
        this.state = State.QUEUED;
        this.queuedAt = now;
        this.nextAttemptAt = now;
    }

    /** One that waits to be sent, its content encrypted with the recipient's key. */
    static OutgoingMail queued(
            Recipient recipient,
            String client,
            String idempotencyKey,
            Seal seal,
            Content content,
            DataKey key,
            Instant now) {
        OutgoingMail mail = new OutgoingMail(recipient, client, idempotencyKey, seal, now);
        mail.subject = FieldCipher.encrypt(key, mail.place("subject"), PersonalText.of(content.subject()));
        mail.text = FieldCipher.encrypt(key, mail.place("text"), PersonalText.of(content.text()));
        String html = content.html();
        mail.html = html == null ? null : FieldCipher.encrypt(key, mail.place("html"), PersonalText.of(html));
        return mail;
    }

    /** It proves the address, so it goes there unproven; and is of no use after a while. */
    void isCode(Instant until) {
        code = true;
        deliverBefore = until;
    }

    boolean maySendTo(Destination.Mailbox mailbox) {
        return mailbox.proven() || code;
    }

    /** One whose recipient has no address: nothing of what it says is kept. */
    static OutgoingMail undeliverable(
            Recipient recipient, String client, String idempotencyKey, Seal seal, String reason, Instant now) {
        OutgoingMail mail = new OutgoingMail(recipient, client, idempotencyKey, seal, now);
        mail.settle(State.UNDELIVERABLE, reason, now);
        return mail;
    }

    Seal contentSeal() {
        return new Seal(contentKey, contentMac);
    }

    Recipient recipient() {
        return new Recipient(customerId, verificationId);
    }

    Content reveal(DataKey key) {
        return new Content(
                decrypt(key, "subject", Objects.requireNonNull(subject)),
                decrypt(key, "text", Objects.requireNonNull(text)),
                html == null ? null : decrypt(key, "html", html));
    }

    Mails.Sent sent() {
        return new Mails.Sent(queuedAt, state.name().toLowerCase(Locale.ROOT));
    }

    boolean isQueued() {
        return state == State.QUEUED;
    }

    boolean isOverdue(Instant now) {
        return deliverBefore != null && !now.isBefore(deliverBefore);
    }

    /** Nobody tries before that: because somebody does just now, and may die, or because it is too early. */
    void waitUntil(Instant until) {
        nextAttemptAt = until;
    }

    void accepted(Instant now) {
        settle(State.ACCEPTED, null, now);
    }

    void undeliverable(String why, Instant now) {
        settle(State.UNDELIVERABLE, why, now);
    }

    /** @param refused whether the mail server refused this very mail */
    void failed(boolean refused, Instant now) {
        failures++;
        refusals += refused ? 1 : 0;
        if (Redelivery.isFinal(refusals)) {
            settle(State.UNDELIVERABLE, "refused", now);
        } else {
            nextAttemptAt = now.plus(Redelivery.pauseAfter(failures));
        }
    }

    private void settle(State settled, @Nullable String why, Instant now) {
        state = settled;
        reason = why;
        settledAt = now;
        subject = null;
        text = null;
        html = null;
    }

    private String decrypt(DataKey key, String field, byte[] encrypted) {
        return FieldCipher.decrypt(key, place(field), encrypted).reveal();
    }

    private FieldCipher.Place place(String field) {
        return new FieldCipher.Place("outgoing_mail", id.toString(), field);
    }
}
