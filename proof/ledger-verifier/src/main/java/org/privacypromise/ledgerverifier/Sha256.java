package org.privacypromise.ledgerverifier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256, written in hexadecimal as ledgers have it. */
record Sha256(String hex) {

    /** What stands before a subject's first record, and before the first head. */
    static final Sha256 NONE = new Sha256("0".repeat(64));

    private static final HexFormat HEX = HexFormat.of();

    Sha256 {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a hash has 64 hexadecimal digits in lower case");
        }
    }

    static Sha256 over(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return new Sha256(HEX.formatHex(sha256.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static Sha256 over(String ascii) {
        return over(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    byte[] bytes() {
        return HEX.parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
