package org.privacypromise.personaldata;

import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key of one subject's data of one retention class, unwrapped: not to be kept longer than a unit of work. */
public final class DataKey {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UUID id;
    private final SecretKey secret;

    DataKey(UUID id, byte[] secret) {
        this.id = id;
        this.secret = new SecretKeySpec(secret, "AES");
    }

    /** A new random key. */
    public static DataKey random() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new DataKey(UUID.randomUUID(), secret);
    }

    public UUID id() {
        return id;
    }

    SecretKey secret() {
        return secret;
    }

    @Override
    public String toString() {
        return "[data key " + id + "]";
    }
}
