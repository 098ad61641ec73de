package org.privacypromise.personaldata;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Short texts that go out and come back, such as where a page of a list ends: nobody else can make one, or use one for
 * something that it was not made for. They are signed, not encrypted: whoever has one can read it.
 */
public final class SignedTexts {

    private static final Pattern SHAPE =
            Pattern.compile("([1-9][0-9]{0,8})\\.([A-Za-z0-9_-]{1,400})\\.([A-Za-z0-9_-]{22})");
    private static final int MAC_BYTES = 16;

    private final MacKeys keys;

    public SignedTexts(MacKeys keys) {
        this.keys = keys;
    }

    /** @param use what it is good for; it is good for nothing else */
    public String sign(String use, String text) {
        int version = keys.active();
        return version + "." + encode(text.getBytes(StandardCharsets.UTF_8)) + "."
                + encode(Arrays.copyOf(keys.mac(version, message(use, text)), MAC_BYTES));
    }

    /** The text, if it was signed here for this use. */
    public Optional<String> read(String use, @Nullable String signed) {
        var parts = SHAPE.matcher(signed == null ? "" : signed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            String text = new String(decode(parts.group(2)), StandardCharsets.UTF_8);
            return Optional.of(text)
                    .filter(read ->
                            keys.matches(Integer.parseInt(parts.group(1)), message(use, read), decode(parts.group(3))));
        } catch (IllegalArgumentException e) {
            // It has the alphabet of Base64, and is none.
            return Optional.empty();
        }
    }

    private static byte[] message(String use, String text) {
        return (use + "\0" + text).getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
