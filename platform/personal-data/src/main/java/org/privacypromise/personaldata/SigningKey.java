package org.privacypromise.personaldata;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** An Ed25519 key pair (RFC 8032), made from the 32 random bytes that its owner keeps. */
public final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final int KEY_BYTES = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String id;
    private final KeyPair pair;

    private SigningKey(String id, KeyPair pair) {
        this.id = id;
        this.pair = pair;
    }

    /** @param id what the key is called where its public half is published ({@code kid}) */
    public static SigningKey of(String id, byte[] seed) {
        if (seed.length != KEY_BYTES) {
            throw new IllegalArgumentException("an Ed25519 key is made from " + KEY_BYTES + " bytes");
        }
        return everyJdkCan(() -> {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            // The JDK derives the public half only while it generates: so the bytes it draws are ours.
            generator.initialize(NamedParameterSpec.ED25519, new Drawn(seed));
            return new SigningKey(id, generator.generateKeyPair());
        });
    }

    /** A compact JWS (RFC 7515, RFC 8037) over this JSON. */
    public String sign(String type, String payload) {
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + id + "\",\"typ\":\"" + type + "\"}";
        String signed = base64(header.getBytes(StandardCharsets.UTF_8))
                + '.'
                + base64(payload.getBytes(StandardCharsets.UTF_8));
        return everyJdkCan(() -> {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + '.' + base64(signature.sign());
        });
    }

    private static <T> T everyJdkCan(Step<T> step) {
        try {
            return step.run();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    private interface Step<T> {

        T run() throws GeneralSecurityException;
    }

    public String id() {
        return id;
    }

    /** The public half as a JWK has it ({@code x}). */
    public String publicKey() {
        // The JDK writes it as X.509, which ends in the key itself.
        byte[] encoded = pair.getPublic().getEncoded();
        return base64(Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
    }

    private static String base64(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }

    /** Draws the same bytes each time. */
    private static final class Drawn extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] seed;

        Drawn(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("an Ed25519 key is drawn at once");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
