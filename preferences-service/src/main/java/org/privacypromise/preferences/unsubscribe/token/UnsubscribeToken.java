package org.privacypromise.preferences.unsubscribe.token;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an unsubscribe link carries (RFC 8058 section 5: it needs no log-in and no look-up, and cannot be guessed). It
 * says whose contact point, what for, by which way and in whose name, and it can only ever opt out of exactly that. It
 * works for the life of the message: it does not expire, and it survives the erasure of the customer.
 *
 * <p>Bytes: format 1, key version, then contact reference, purpose, channel and brand, each behind its length, then the
 * first 128 bits of HMAC-SHA-256 over all of that. Written as base64url without padding.
 *
 * @param contactRef the keyed hash of the contact point, never the address
 */
public record UnsubscribeToken(String contactRef, String purpose, String channel, String brand) {

    private static final byte FORMAT = 1;
    private static final int MAC_BYTES = 16;
    private static final int HEADER_BYTES = 2;
    // Four fields of at most 255 bytes each: whatever is longer was not made here.
    private static final int MAX_CHARACTERS = 1400;

    /**
     * The link's text, signed with the key of this version.
     *
     * @throws IllegalArgumentException for a version that does not fit into a byte, and for a field too long for a link
     */
    public String signed(int keyVersion, byte[] key) {
        if (keyVersion < 1 || keyVersion > 255) {
            throw new IllegalArgumentException("an unsubscribe key has a version from 1 to 255");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(FORMAT);
        bytes.write(keyVersion);
        for (String field : new String[] {contactRef, purpose, channel, brand}) {
            byte[] text = field.getBytes(StandardCharsets.UTF_8);
            if (text.length == 0 || text.length > 255) {
                throw new IllegalArgumentException("a field of an unsubscribe token has 1 to 255 bytes");
            }
            bytes.write(text.length);
            bytes.writeBytes(text);
        }
        bytes.writeBytes(mac(key, bytes.toByteArray()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * The token behind a link's text, or empty if none of these keys, by version, has signed it. Why it is refused is
     * not told: a forger learns nothing.
     */
    public static Optional<UnsubscribeToken> read(String text, Map<Integer, byte[]> keys) {
        if (text.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        // The decoder forgives stray last bits; then two texts would be one token.
        if (bytes.length <= HEADER_BYTES + MAC_BYTES
                || bytes[0] != FORMAT
                || !Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(bytes)
                        .equals(text)) {
            return Optional.empty();
        }
        byte[] key = keys.get(Byte.toUnsignedInt(bytes[1]));
        byte[] content = Arrays.copyOf(bytes, bytes.length - MAC_BYTES);
        byte[] signature = Arrays.copyOfRange(bytes, content.length, bytes.length);
        if (key == null || !MessageDigest.isEqual(mac(key, content), signature)) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(content).position(HEADER_BYTES);
        return Optional.of(new UnsubscribeToken(next(fields), next(fields), next(fields), next(fields)));
    }

    private static String next(ByteBuffer fields) {
        byte[] text = new byte[Byte.toUnsignedInt(fields.get())];
        fields.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static byte[] mac(byte[] key, byte[] content) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(hmac.doFinal(content), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
