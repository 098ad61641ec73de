package org.privacypromise.preferences.ledger.chain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256. Immutable. */
public final class LedgerHash {

    /** What stands before a subject's first record, and before the first head: 32 zero bytes. */
    public static final LedgerHash NONE = new LedgerHash(new byte[32]);

    private final byte[] bytes;

    private LedgerHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A hash as it was stored. */
    public static LedgerHash of(byte[] bytes) {
        if (bytes.length != NONE.bytes.length) {
            throw new IllegalArgumentException("a SHA-256 has 32 bytes");
        }
        return new LedgerHash(bytes.clone());
    }

    /** A hash as it is written. */
    public static LedgerHash ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** The hash over these, one behind the other. */
    static LedgerHash over(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return new LedgerHash(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** In lower case, as it stands in exports and receipts. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LedgerHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
