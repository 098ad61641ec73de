package org.privacypromise.requests.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** With which a guest sees a request again, and nothing else. We keep its hash only; 256 random bits need no salt. */
final class TrackingKey {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private TrackingKey() {}

    static String random() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** In the same time, whatever is presented. */
    static boolean matches(String presented, byte @Nullable [] hash) {
        return MessageDigest.isEqual(hash(presented), hash == null ? new byte[0] : hash);
    }
}
