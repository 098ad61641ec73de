package org.privacypromise.personaldata;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Finds what is stored under a contact point without storing the contact point: HMAC-SHA-256 under the contact key, cut
 * to 128 bits (NIST SP 800-107r1, 5.3.3), separate for each kind.
 */
public final class BlindIndex {

    private final MacKeys keys;

    public BlindIndex(KeyFolder keys) {
        this.keys = new MacKeys(keys);
    }

    /** The reference under the active key: what is written down. */
    public ContactRef of(ContactPoint contactPoint) {
        return under(keys.active(), contactPoint);
    }

    /** The references under every live key, the active one first: what a look-up tries. */
    public List<ContactRef> allVersions(ContactPoint contactPoint) {
        return keys.versions().stream()
                .map(version -> under(version, contactPoint))
                .toList();
    }

    /** Of the key under which is written down what is new. */
    public int activeVersion() {
        return keys.active();
    }

    private ContactRef under(int version, ContactPoint contactPoint) {
        byte[] named = (contactPoint.kind() + "\0" + contactPoint.reveal()).getBytes(StandardCharsets.UTF_8);
        return ContactRef.of(version, Arrays.copyOf(keys.mac(version, named), ContactRef.BYTES));
    }
}
