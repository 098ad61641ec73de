package org.privacypromise.identity.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.ContactPointRecorded;
import org.privacypromise.personaldata.ContactPoint;
import org.privacypromise.personaldata.ContactRef;
import org.privacypromise.personaldata.DataKey;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.PersonalText;

/** A contact point that a customer gave: encrypted, with the reference by which it is found. */
@Entity
@Table(name = "contact_point")
class RecordedContactPoint {

    @Id
    UUID id;

    @Column(name = "customer_id")
    String customerId;

    @Enumerated(EnumType.STRING)
    ContactPoint.Kind kind;

    @Column(name = "contact_ref")
    String contactRef;

    private byte[] value;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "verified_at")
    private @Nullable Instant verifiedAt;

    /** The contact key that was the active one when the others were told last. */
    @Column(name = "told_under")
    private int toldUnder;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected RecordedContactPoint() {}

    RecordedContactPoint(
            String customerId, ContactPoint contactPoint, ContactRef contactRef, DataKey customersKey, Instant now) {
        this.id = UUID.randomUUID();
        this.customerId = customerId;
        this.kind = contactPoint.kind();
        this.contactRef = contactRef.toString();
        this.value = FieldCipher.encrypt(customersKey, place(), PersonalText.of(contactPoint.reveal()));
        this.recordedAt = now;
        this.toldUnder = contactRef.keyVersion();
    }

    ContactPoint reveal(DataKey customersKey) {
        return ContactPoint.parse(kind, FieldCipher.decrypt(customersKey, place(), value), null);
    }

    Instant recordedAt() {
        return recordedAt;
    }

    void verify(Instant now) {
        verifiedAt = now;
    }

    void toldUnder(int keyVersion) {
        toldUnder = keyVersion;
    }

    boolean isToldUnder(int keyVersion) {
        return toldUnder >= keyVersion;
    }

    boolean isVerified() {
        return verifiedAt != null;
    }

    ContactPointRecorded.Kind eventKind() {
        return switch (kind) {
            case EMAIL -> ContactPointRecorded.Kind.EMAIL;
            case PHONE -> ContactPointRecorded.Kind.PHONE;
        };
    }

    private FieldCipher.Place place() {
        return new FieldCipher.Place("contact_point", id.toString(), "value");
    }
}
