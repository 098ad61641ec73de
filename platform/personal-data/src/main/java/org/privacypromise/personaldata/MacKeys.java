package org.privacypromise.personaldata;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;

/** HMAC-SHA-256 under the keys of one mounted folder, for what this side alone may make: tokens and references. */
public final class MacKeys {

    private static final int SHORTEST_BYTES = 16;

    private final KeyFolder keys;

    public MacKeys(KeyFolder keys) {
        this.keys = keys;
    }

    /** The version to make new MACs with. */
    public int active() {
        return keys.current().active();
    }

    /** Every version there is, the active one first. */
    public List<Integer> versions() {
        return keys.current().versions();
    }

    /**
     * The MAC of the message.
     *
     * @throws IllegalStateException if there is no key of this version
     */
    public byte[] mac(int version, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.current().key(version, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    /**
     * Whether this is the message's MAC, or its first 16 bytes or more, under this version: false also if there is no
     * such version (any more). Takes equally long however much of the MAC is right.
     */
    public boolean matches(int version, byte[] message, byte[] mac) {
        if (mac.length < SHORTEST_BYTES || !versions().contains(version)) {
            return false;
        }
        byte[] expected = mac(version, message);
        return mac.length <= expected.length && MessageDigest.isEqual(Arrays.copyOf(expected, mac.length), mac);
    }
}
