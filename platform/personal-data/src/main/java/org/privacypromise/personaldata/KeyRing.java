package org.privacypromise.personaldata;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys of one folder at one moment. */
public final class KeyRing {

    private final TreeMap<Integer, byte[]> keys;
    private final int active;

    KeyRing(Map<Integer, byte[]> keys, int active) {
        this.keys = new TreeMap<>(keys);
        this.active = active;
    }

    /** The version that new work uses. */
    public int active() {
        return active;
    }

    /** Every version there is, the active one first, then the newest first. */
    public List<Integer> versions() {
        return keys.descendingKeySet().stream()
                .sorted((a, b) -> Boolean.compare(b == active, a == active))
                .toList();
    }

    /**
     * The key with this version, for this algorithm of the JCA.
     *
     * @throws IllegalStateException if there is none
     */
    public SecretKey key(int version, String algorithm) {
        byte[] key = keys.get(version);
        if (key == null) {
            throw new IllegalStateException(
                    "Key version " + version + " is needed but missing: put " + version + ".key back into its folder.");
        }
        return new SecretKeySpec(key, algorithm);
    }
}
