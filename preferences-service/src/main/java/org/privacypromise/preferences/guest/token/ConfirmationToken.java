package org.privacypromise.preferences.guest.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the link of a double opt-in carries: which sign-up it confirms, and until when. It can confirm that one and nothing
 * else.
 *
 * <p>Bytes: format 2, key version, 16 of the sign-up's ID, 8 of the second after which it is over, then the first 128 bits
 * of HMAC-SHA-256 over all of that. Written as base64url without padding. The key is derived from one for unsubscribe
 * links, so that a token of the one kind never passes for the other.
 */
public record ConfirmationToken(UUID signUp, Instant expiresAt) {

    private static final byte FORMAT = 2;
    private static final int CONTENT_BYTES = 2 + 16 + 8;
    private static final int MAC_BYTES = 16;
    private static final int CHARACTERS = 56;
    private static final byte[] PURPOSE = "double-opt-in/1".getBytes(StandardCharsets.US_ASCII);

    /** The link's text, signed with the key of this version. */
    public String signed(int keyVersion, byte[] key) {
        if (keyVersion < 1 || keyVersion > 255) {
            throw new IllegalArgumentException("a key for links has a version from 1 to 255");
        }
        byte[] content = ByteBuffer.allocate(CONTENT_BYTES)
                .put(FORMAT)
                .put((byte) keyVersion)
                .putLong(signUp.getMostSignificantBits())
                .putLong(signUp.getLeastSignificantBits())
                .putLong(expiresAt.getEpochSecond())
                .array();
        byte[] bytes = Arrays.copyOf(content, CONTENT_BYTES + MAC_BYTES);
        System.arraycopy(mac(key, content), 0, bytes, CONTENT_BYTES, MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The token behind a link's text, also if its time is over, or empty if none of these keys, by version, has signed it.
     */
    public static Optional<ConfirmationToken> read(String text, Map<Integer, byte[]> keys) {
        // All bits of that many characters count: there is one text for a token.
        if (text.length() != CHARACTERS) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != CONTENT_BYTES + MAC_BYTES || bytes[0] != FORMAT) {
            return Optional.empty();
        }
        byte[] key = keys.get(Byte.toUnsignedInt(bytes[1]));
        byte[] content = Arrays.copyOf(bytes, CONTENT_BYTES);
        byte[] signature = Arrays.copyOfRange(bytes, CONTENT_BYTES, bytes.length);
        if (key == null || !MessageDigest.isEqual(mac(key, content), signature)) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(content).position(2);
        return Optional.of(new ConfirmationToken(
                new UUID(fields.getLong(), fields.getLong()), Instant.ofEpochSecond(fields.getLong())));
    }

    public boolean isOver(Instant now) {
        return now.isAfter(expiresAt);
    }

    private static byte[] mac(byte[] key, byte[] content) {
        return Arrays.copyOf(hmac(hmac(key, PURPOSE), content), MAC_BYTES);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(key, "HmacSHA256"));
            return hmac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
