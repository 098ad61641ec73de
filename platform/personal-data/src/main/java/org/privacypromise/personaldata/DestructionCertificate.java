package org.privacypromise.personaldata;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Evidence that a data key is gone, and with it whatever it encrypted.
 *
 * @param subject whose key it was: an ID, nothing more direct
 * @param destroyedAt from when on nothing is readable in the running system
 * @param hash SHA-256 over the other components, hexadecimal: handed to others, it shows a later change of the record
 */
public record DestructionCertificate(
        UUID keyId,
        String subject,
        RetentionClass retentionClass,
        Instant createdAt,
        Instant destroyedAt,
        String hash) {

    private static final Duration BACKUPS_OF_KEYS_LIVE = Duration.ofDays(7);

    public static DestructionCertificate of(
            UUID keyId, String subject, RetentionClass retentionClass, Instant createdAt, Instant destroyedAt) {
        return new DestructionCertificate(
                keyId,
                subject,
                retentionClass,
                createdAt,
                destroyedAt,
                hash(keyId, subject, retentionClass, createdAt, destroyedAt));
    }

    /** Until when a backup may still hold the key. */
    public Instant inBackupsUntil() {
        return destroyedAt.plus(BACKUPS_OF_KEYS_LIVE);
    }

    /** Whether the hash belongs to the rest. */
    public boolean isIntact() {
        return hash.equals(hash(keyId, subject, retentionClass, createdAt, destroyedAt));
    }

    private static String hash(Object... components) {
        StringBuilder record = new StringBuilder("destruction of a data key");
        for (Object component : components) {
            String text = component.toString();
            record.append('\n').append(text.length()).append(' ').append(text);
        }
        try {
            byte[] bytes = record.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
