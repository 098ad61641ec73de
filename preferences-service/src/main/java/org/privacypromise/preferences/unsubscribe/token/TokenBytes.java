package org.privacypromise.preferences.unsubscribe.token;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How tokens are written: texts behind their lengths, a MAC at the end, all of it in base64url. */
final class TokenBytes {

    private static final int MAC_BYTES = 16;
    // Four fields of at most 255 bytes each: whatever is longer was not made by anybody.
    private static final int MAX_CHARACTERS = 1400;

    private TokenBytes() {}

    /** @throws IllegalArgumentException if the text does not fit behind a length of one byte */
    static void write(ByteArrayOutputStream bytes, String field) {
        byte[] text = field.getBytes(StandardCharsets.UTF_8);
        if (text.length == 0 || text.length > 255) {
            throw new IllegalArgumentException("a field of an unsubscribe token has 1 to 255 bytes");
        }
        bytes.write(text.length);
        bytes.writeBytes(text);
    }

    /** @throws BufferUnderflowException if there is no such text */
    static String read(ByteBuffer bytes) {
        byte[] text = new byte[Byte.toUnsignedInt(bytes.get())];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    static byte[] mac(byte[] key, byte[] content) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(key, "HmacSHA256"));
            return hmac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    static String sign(byte[] key, byte[] content) {
        byte[] signed = Arrays.copyOf(content, content.length + MAC_BYTES);
        System.arraycopy(mac(key, content), 0, signed, content.length, MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** What was signed, and with what. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Signed(byte[] content, byte[] mac) {

        boolean isSignedWith(byte[] key) {
            return MessageDigest.isEqual(Arrays.copyOf(TokenBytes.mac(key, content), MAC_BYTES), mac);
        }
    }

    /** Empty if the text is nothing of the kind. */
    static Optional<Signed> parse(String text) {
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
        if (bytes.length <= MAC_BYTES
                || !Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(bytes)
                        .equals(text)) {
            return Optional.empty();
        }
        int end = bytes.length - MAC_BYTES;
        return Optional.of(new Signed(Arrays.copyOf(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length)));
    }
}
