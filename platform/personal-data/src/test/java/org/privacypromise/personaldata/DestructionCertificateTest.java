package org.privacypromise.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DestructionCertificateTest {

    private static final Instant CREATED = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant DESTROYED = Instant.parse("2026-03-01T10:00:00Z");
    private static final RetentionClass ACCOUNT = new RetentionClass("account");

    private final DestructionCertificate certificate =
            DestructionCertificate.of(UUID.randomUUID(), "customer-1", ACCOUNT, CREATED, DESTROYED);

    @Test
    void says_until_when_backups_may_hold_the_key() {
        assertThat(certificate.inBackupsUntil()).isEqualTo("2026-03-08T10:00:00Z");
    }

    @Test
    void any_change_of_the_record_shows() {
        UUID id = certificate.keyId();
        String hash = certificate.hash();

        assertThat(certificate.isIntact()).isTrue();
        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(new DestructionCertificate(UUID.randomUUID(), "customer-1", ACCOUNT, CREATED, DESTROYED, hash)
                        .isIntact())
                .isFalse();
        assertThat(new DestructionCertificate(id, "customer-2", ACCOUNT, CREATED, DESTROYED, hash).isIntact())
                .isFalse();
        assertThat(new DestructionCertificate(
                                id, "customer-1", new RetentionClass("tax-records"), CREATED, DESTROYED, hash)
                        .isIntact())
                .isFalse();
        assertThat(new DestructionCertificate(id, "customer-1", ACCOUNT, DESTROYED, DESTROYED, hash).isIntact())
                .isFalse();
        assertThat(new DestructionCertificate(id, "customer-1", ACCOUNT, CREATED, DESTROYED.plusNanos(1000), hash)
                        .isIntact())
                .isFalse();
    }

    @Test
    void a_retention_class_is_named_as_in_the_register() {
        assertThat(new RetentionClass("tax-records")).hasToString("tax-records");
        assertThatThrownBy(() -> new RetentionClass("Tax records")).hasMessageContaining("such as tax-records");
    }
}
