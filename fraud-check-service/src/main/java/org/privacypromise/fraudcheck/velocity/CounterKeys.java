package org.privacypromise.fraudcheck.velocity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.privacypromise.personaldata.MacKeys;

/**
 * Stands for what is counted where the thing itself must not: HMAC-SHA-256 under the counters key, cut to 128 bits,
 * separate for each kind. After an erasure it goes on counting without knowing for whom; without the key it can neither be
 * turned back nor checked against a guess.
 */
public final class CounterKeys {

    private static final int BYTES = 16;

    private final MacKeys keys;

    CounterKeys(MacKeys keys) {
        this.keys = keys;
    }

    /** What is counted by. */
    public enum Kind {
        ORIGIN,
        CONTACT_POINT,
        CUSTOMER
    }

    /** The references under every live key, the active one first: that one is written down, all are looked for. */
    public List<String> of(Kind kind, String value) {
        byte[] named = (kind + "\0" + value).getBytes(StandardCharsets.UTF_8);
        return keys.versions().stream()
                .map(version -> version + "."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(Arrays.copyOf(keys.mac(version, named), BYTES)))
                .toList();
    }
}
