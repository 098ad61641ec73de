package org.privacypromise.personaldata.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.DestructionCertificate;
import org.privacypromise.personaldata.RetentionClass;
import org.privacypromise.personaldata.WrappingKeys;

/** A data key as it is stored: wrapped, or destroyed. The row outlives the key as evidence. */
@Entity
@Table(schema = "subject_keys", name = "subject_key")
class SubjectKey {

    @Id
    UUID id;

    String subject;

    @Column(name = "retention_class")
    String retentionClass;

    @Column(name = "wrapping_version")
    int wrappingVersion;

    @Column(name = "wrapped_key")
    byte @Nullable [] wrappedKey;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "destroyed_at")
    @Nullable
    Instant destroyedAt;

    @Column(name = "certificate_hash")
    @Nullable
    String certificateHash;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected SubjectKey() {}

    /** Wraps the same data key with the active wrapping key. */
    void rewrap(WrappingKeys keys) {
        byte[] wrapped = Objects.requireNonNull(wrappedKey, "destroyed");
        WrappingKeys.Wrapped renewed = keys.wrap(keys.unwrap(id, new WrappingKeys.Wrapped(wrappingVersion, wrapped)));
        wrappingVersion = renewed.version();
        wrappedKey = renewed.key();
    }

    void destroy(Instant now) {
        if (destroyedAt != null) {
            return;
        }
        wrappedKey = null;
        destroyedAt = now;
        certificateHash = DestructionCertificate.of(id, subject, new RetentionClass(retentionClass), createdAt, now)
                .hash();
    }

    DestructionCertificate certificate() {
        return new DestructionCertificate(
                id,
                subject,
                new RetentionClass(retentionClass),
                createdAt,
                Objects.requireNonNull(destroyedAt, "not destroyed"),
                Objects.requireNonNull(certificateHash, "not destroyed"));
    }
}
