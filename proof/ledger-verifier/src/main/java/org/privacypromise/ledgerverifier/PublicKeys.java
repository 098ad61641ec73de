package org.privacypromise.ledgerverifier;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The keys that somebody trusts, as {@code GET /ledger/keys} published them (RFC 7517, RFC 8037). */
record PublicKeys(Map<String, PublicKey> byId) {

    private static final String ALGORITHM = "Ed25519";
    private static final int KEY_BYTES = 32;

    /** @throws IllegalArgumentException if this is no set of such keys */
    static PublicKeys of(String jwks) {
        Map<String, PublicKey> byId = new HashMap<>();
        for (JsonObject key : JsonText.object(jwks).objects("keys")) {
            if (key.optionalText("crv").filter(ALGORITHM::equals).isPresent()) {
                byId.put(key.text("kid"), read(key.text("x")));
            }
        }
        if (byId.isEmpty()) {
            throw new IllegalArgumentException("there is no Ed25519 key in it");
        }
        return new PublicKeys(byId);
    }

    private static PublicKey read(String x) {
        byte[] littleEndian = Base64.getUrlDecoder().decode(x);
        if (littleEndian.length != KEY_BYTES) {
            throw new IllegalArgumentException("an Ed25519 key has " + KEY_BYTES + " bytes");
        }
        byte[] bigEndian = new byte[KEY_BYTES];
        for (int i = 0; i < KEY_BYTES; i++) {
            bigEndian[KEY_BYTES - 1 - i] = littleEndian[i];
        }
        boolean odd = (bigEndian[0] & 0x80) != 0;
        bigEndian[0] &= 0x7f;
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new EdECPublicKeySpec(
                            NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bigEndian))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this is no Ed25519 key", e);
        }
    }

    boolean knows(String keyId) {
        return byId.containsKey(keyId);
    }

    boolean haveSigned(Head head) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(byId.get(head.keyId()));
            signature.update(head.signedPart().getBytes(StandardCharsets.US_ASCII));
            return signature.verify(head.signature());
        } catch (SignatureException | IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }
}
