package org.privacypromise.preferences.unsubscribe.token;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.unsubscribe.token.TokenBytes.Signed;

/**
 * What an unsubscribe link carries (RFC 8058 section 5: it needs no log-in and no look-up, and cannot be guessed). It
 * says whose contact point, what for, by which way and in whose name, and it can only ever opt out of exactly that. It
 * works for the life of the message: it does not expire, and it survives the erasure of the customer.
 *
 * <p>Bytes: format 1, key version, or format 2, key version and serial of a {@link MailerKey}; then contact reference,
 * purpose, channel and brand, each behind its length, then the first 128 bits of HMAC-SHA-256 over all of that. Written as
 * base64url without padding. docs/unsubscribe.md says it step by step.
 *
 * @param contactRef the keyed hash of the contact point, never the address
 */
public record UnsubscribeToken(String contactRef, String purpose, String channel, String brand) {

    private static final byte OURS = 1;
    private static final byte A_MAILERS = 2;
    private static final int HEADER_OF_A_MAILERS = 6;

    // Who has a mailer's key may sign anything with it. It must not become a key or an event with an address in it.
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._~-]{1,128}");
    private static final Pattern REGISTER_KEY = Pattern.compile("[a-z][a-z0-9-]{0,63}");

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
        bytes.write(OURS);
        bytes.write(keyVersion);
        for (String field : new String[] {contactRef, purpose, channel, brand}) {
            TokenBytes.write(bytes, field);
        }
        return TokenBytes.sign(key, bytes.toByteArray());
    }

    /**
     * The token behind a link's text, or empty if none of these keys, by version, has signed it, nor a mailer's key that
     * came from one of them. Why it is refused is not told: a forger learns nothing.
     */
    public static Optional<UnsubscribeToken> read(String text, Map<Integer, byte[]> keys) {
        return TokenBytes.parse(text).map(signed -> {
            try {
                ByteBuffer content = ByteBuffer.wrap(signed.content());
                return switch (content.get()) {
                    case OURS -> ours(signed, content, keys);
                    case A_MAILERS -> mailers(signed, content, keys);
                    default -> null;
                };
            } catch (BufferUnderflowException e) {
                return null;
            }
        });
    }

    /**
     * Which mailer's key a link's text says it was made with; empty for one of ours. That it was, {@link #read} says: this
     * is for whoever has read it.
     */
    public static OptionalLong mailerSerial(String text) {
        return TokenBytes.parse(text)
                .map(signed -> ByteBuffer.wrap(signed.content()))
                .filter(content -> content.remaining() >= HEADER_OF_A_MAILERS && content.get() == A_MAILERS)
                .map(content -> OptionalLong.of(Integer.toUnsignedLong(content.getInt(2))))
                .orElseGet(OptionalLong::empty);
    }

    private static @Nullable UnsubscribeToken ours(Signed signed, ByteBuffer content, Map<Integer, byte[]> keys) {
        byte[] key = keys.get(Byte.toUnsignedInt(content.get()));
        return key != null && signed.isSignedWith(key) ? fields(content) : null;
    }

    private static @Nullable UnsubscribeToken mailers(Signed signed, ByteBuffer content, Map<Integer, byte[]> keys) {
        int keyVersion = Byte.toUnsignedInt(content.get());
        long serial = Integer.toUnsignedLong(content.getInt());
        byte[] ourKey = keys.get(keyVersion);
        UnsubscribeToken token = fields(content);
        if (ourKey == null || serial == 0 || content.hasRemaining() || !token.hasItsShape()) {
            return null;
        }
        MailerKey key = new MailerKey(keyVersion, serial, token.purpose, token.brand);
        return signed.isSignedWith(key.secret(ourKey)) ? token : null;
    }

    private static UnsubscribeToken fields(ByteBuffer content) {
        return new UnsubscribeToken(
                TokenBytes.read(content), TokenBytes.read(content), TokenBytes.read(content), TokenBytes.read(content));
    }

    private boolean hasItsShape() {
        return REFERENCE.matcher(contactRef).matches()
                && REGISTER_KEY.matcher(purpose).matches()
                && REGISTER_KEY.matcher(channel).matches()
                && REGISTER_KEY.matcher(brand).matches();
    }
}
