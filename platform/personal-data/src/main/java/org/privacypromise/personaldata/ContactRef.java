package org.privacypromise.personaldata;

import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Stands for a contact point where the contact point itself must not: in Kafka keys, events, suppression lists and
 * unsubscribe tokens. Without the contact key it can neither be turned back nor checked against a guess.
 *
 * @param keyVersion which contact key made it
 * @param hash 128 bits of a keyed hash, base64url without padding
 */
public record ContactRef(int keyVersion, String hash) {

    static final int BYTES = 16;

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,8})\\.([A-Za-z0-9_-]{21}[AQgw])");

    public ContactRef {
        if (!TEXT.matcher(keyVersion + "." + hash).matches()) {
            throw new IllegalArgumentException("not a contact reference");
        }
    }

    /** The hash's 16 bytes, for tokens that count every one. */
    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(hash);
    }

    /** The reference with this key version and these 16 bytes. */
    public static ContactRef of(int keyVersion, byte[] hash) {
        return new ContactRef(
                keyVersion, Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException if the text is nothing of the kind
     */
    public static ContactRef parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a contact reference");
        }
        return new ContactRef(Integer.parseInt(parts.group(1)), parts.group(2));
    }

    /** Key version, a dot and the hash: 24 characters or a few more, all safe in a URL and in a Kafka key. */
    @Override
    public String toString() {
        return keyVersion + "." + hash;
    }
}
