package org.privacypromise.identity.verification.receipt;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/** Checks a receipt as anybody could who has nothing but a JDK and the published key. */
public final class SignedJws {

    private SignedJws() {}

    /** @param x the public key as the JWK set has it */
    public static boolean verify(String jws, String x) {
        String[] parts = jws.split("\\.", -1);
        byte[] littleEndian = Base64.getUrlDecoder().decode(x);
        boolean odd = (littleEndian[31] & 0x80) != 0;
        byte[] bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[31 - i] = littleEndian[i];
        }
        bigEndian[0] &= 0x7f;
        try {
            var key = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(
                            NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bigEndian))));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update((parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
