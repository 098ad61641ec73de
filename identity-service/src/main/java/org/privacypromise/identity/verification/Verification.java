package org.privacypromise.identity.verification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.identity.seal.Seal;
import org.privacypromise.identity.verification.challenge.Challenge;
import org.privacypromise.identity.verification.challenge.Outcome;
import org.privacypromise.personaldata.ContactPoint;
import org.privacypromise.personaldata.ContactRef;
import org.privacypromise.personaldata.DataKey;
import org.privacypromise.personaldata.EmailAddress;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.personaldata.RetentionClass;

/**
 * Somebody wants to prove that they read what is sent to a contact point. Whoever changes it holds the row's lock, and
 * each change takes the next version.
 */
@Entity
class Verification {

    static final RetentionClass RETENTION = new RetentionClass("verification");

    @Id
    UUID id;

    private long version;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    @Column(name = "request_id")
    @Nullable
    String requestId;

    @Enumerated(EnumType.STRING)
    ContactPoint.Kind kind;

    @Column(name = "contact_ref")
    String contactRef;

    private byte @Nullable [] value;

    private byte @Nullable [] origin;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "code_round")
    private int codeRound;

    @Column(name = "code_key")
    private @Nullable Integer codeKey;

    @Column(name = "code_mac")
    private byte @Nullable [] codeMac;

    private int looks;

    @Enumerated(EnumType.STRING)
    @Nullable
    Verdict verdict;

    @Column(name = "screening_fallback")
    private boolean screeningFallback;

    @Enumerated(EnumType.STRING)
    @Nullable
    Outcome outcome;

    @Column(name = "concluded_at")
    @Nullable
    Instant concludedAt;

    @Column(name = "customer_ids")
    private String[] customerIds;

    @Column(name = "send_at")
    private @Nullable Instant sendAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Verification() {}

    private Verification(UUID id, Purpose purpose, @Nullable String requestId, ContactRef contactRef, Instant now) {
        this.id = id;
        this.version = 1;
        this.purpose = purpose;
        this.requestId = requestId;
        this.kind = ContactPoint.Kind.EMAIL;
        this.contactRef = contactRef.toString();
        this.startedAt = now;
        this.expiresAt = Challenge.start(now).expiresAt();
        this.codeRound = 1;
        this.customerIds = new String[0];
        this.sendAt = now;
    }

    /**
     * A new one, known or unknown alike.
     *
     * @param key of {@link #keySubject(UUID)}
     * @param origin where the caller is
     */
    static Verification start(
            UUID id,
            Purpose purpose,
            @Nullable String requestId,
            EmailAddress address,
            ContactRef contactRef,
            PersonalText origin,
            DataKey key,
            Instant now) {
        Verification started = new Verification(id, purpose, requestId, contactRef, now);
        started.value = FieldCipher.encrypt(key, started.place("value"), PersonalText.of(address.reveal()));
        started.origin = FieldCipher.encrypt(key, started.place("origin"), origin);
        return started;
    }

    /** Whose key encrypts a verification's address. */
    static String keySubject(UUID id) {
        return "v:" + id;
    }

    /** The address, while it is needed; fails afterwards. */
    EmailAddress revealAddress(DataKey key) {
        return EmailAddress.parse(
                FieldCipher.decrypt(key, place("value"), Objects.requireNonNull(value, "the address is gone")));
    }

    /** Where the caller was, until the screening is over. */
    PersonalText revealOrigin(DataKey key) {
        return FieldCipher.decrypt(key, place("origin"), Objects.requireNonNull(origin, "the origin is gone"));
    }

    boolean isConcluded() {
        return outcome != null;
    }

    boolean isScreened() {
        return verdict != null;
    }

    boolean mayLook(Instant now) {
        return challenge().mayLook(now);
    }

    /** Which of the codes that were sent counts. */
    int codeRound() {
        return codeRound;
    }

    /** The code's seal; null if none was sent yet, or none is going to be. */
    @Nullable
    Seal codeSeal() {
        return codeKey == null || codeMac == null ? null : new Seal(codeKey, codeMac);
    }

    void look(boolean right, Instant now) {
        become(challenge().look(right, now), now);
    }

    void expire(Instant now) {
        become(challenge().expire(), now);
    }

    /** A new code has to be sent; the one before it is dead from now on. */
    void renew(Instant now) {
        become(challenge().renew(now), now);
        codeRound++;
        codeKey = null;
        codeMac = null;
        sendAt = now;
    }

    private void become(Challenge next, Instant now) {
        version++;
        looks = next.looks();
        expiresAt = next.expiresAt();
        outcome = next.outcome();
        if (outcome != null) {
            concludedAt = now;
            codeKey = null;
            codeMac = null;
            origin = null;
            sendAt = null;
        }
    }

    private Challenge challenge() {
        return new Challenge(looks, expiresAt, outcome);
    }

    /** Nobody else sends before that; if whoever does so dies, somebody does then. */
    void leaseSending(Instant until) {
        sendAt = until;
    }

    boolean isToBeSent() {
        return sendAt != null;
    }

    /** @param fallback whether nobody has judged, and this is what was agreed for that case */
    void screened(Verdict judged, boolean fallback) {
        version++;
        verdict = judged;
        screeningFallback = fallback;
        origin = null;
    }

    void sent(Seal code) {
        version++;
        codeKey = code.keyVersion();
        codeMac = code.mac();
        sendAt = null;
    }

    /** To whoever asked it looks as if a code was sent. */
    void notSent() {
        version++;
        sendAt = null;
    }

    void resolved(List<String> customers) {
        customerIds = customers.toArray(new String[0]);
    }

    void noLongerReaches(String customerId) {
        customerIds =
                customerIds().stream().filter(id -> !id.equals(customerId)).toArray(String[]::new);
    }

    /** Nobody is written to there any more. */
    void forgetAddress() {
        value = null;
    }

    long version() {
        return version;
    }

    List<String> customerIds() {
        return List.of(customerIds);
    }

    private FieldCipher.Place place(String field) {
        return new FieldCipher.Place("verification", id.toString(), field);
    }
}
