package org.privacypromise.preferences.ledger.chain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** The Ed25519 key pair (RFC 8032) that signs heads, made from the 32 random bytes of its file. */
public final class HeadKey {

    private static final String ALGORITHM = "Ed25519";
    private static final int KEY_BYTES = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final int version;
    private final KeyPair pair;

    private HeadKey(int version, KeyPair pair) {
        this.version = version;
        this.pair = pair;
    }

    public static HeadKey of(int version, byte[] seed) {
        if (seed.length != KEY_BYTES) {
            throw new IllegalArgumentException("an Ed25519 key is made from " + KEY_BYTES + " bytes");
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            // The JDK derives the public half only while it generates: so the bytes that it draws are ours.
            generator.initialize(NamedParameterSpec.ED25519, new Drawn(seed));
            return new HeadKey(version, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** A compact JWS (RFC 7515, RFC 8037) over this JSON. */
    String sign(String type, String payload) {
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + id() + "\",\"typ\":\"" + type + "\"}";
        String signed = base64(header.getBytes(StandardCharsets.UTF_8))
                + '.'
                + base64(payload.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + '.' + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** What the key is called where its public half is published ({@code kid}). */
    public String id() {
        return Integer.toString(version);
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
