package org.privacypromise.preferences.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A call that may come again.
 *
 * @param client which client of the OIDC provider makes it: its keys are its own
 * @param subject whom it is about, as the events' keys have it
 * @param fingerprint of all that it says
 */
public record Call(String client, String subject, IdempotencyKey key, Fingerprint fingerprint) {

    /** Of what a call says: two calls with the same one are the same call. */
    public record Fingerprint(String hex) {

        /** @param parts which call it is, then what it says, in an order that does not change */
        public static Fingerprint of(Object... parts) {
            MessageDigest sha256 = sha256();
            for (Object part : parts) {
                byte[] text = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
                sha256.update((text.length + ":").getBytes(StandardCharsets.US_ASCII));
                sha256.update(text);
            }
            return new Fingerprint(HexFormat.of().formatHex(sha256.digest()));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }
}
