package org.privacypromise.preferences.unsubscribe.token;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A key with which a mailer makes links itself, for one purpose and one brand. Its secret follows from all of that and
 * from our own key, so it is stored nowhere, cannot be used for anything else, and works as long as our key is there.
 *
 * @param keyVersion of our own key
 * @param serial which of all mailers' keys
 */
public record MailerKey(int keyVersion, long serial, String purpose, String brand) {

    private static final byte[] LABEL = "unsubscribe-mailer-key".getBytes(StandardCharsets.US_ASCII);
    private static final long LAST_SERIAL = 0xffff_ffffL;

    public MailerKey {
        if (keyVersion < 1 || keyVersion > 255 || serial < 1 || serial > LAST_SERIAL) {
            throw new IllegalArgumentException("a mailer's key has a version from 1 to 255 and a serial of 32 bits");
        }
    }

    /** As it stands in a link: two numbers. */
    public String id() {
        return keyVersion + "." + serial;
    }

    /** The 32 bytes that the mailer gets. */
    public byte[] secret(byte[] ourKey) {
        ByteArrayOutputStream scope = new ByteArrayOutputStream();
        scope.writeBytes(LABEL);
        scope.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) serial).array());
        TokenBytes.write(scope, purpose);
        TokenBytes.write(scope, brand);
        return TokenBytes.mac(ourKey, scope.toByteArray());
    }
}
