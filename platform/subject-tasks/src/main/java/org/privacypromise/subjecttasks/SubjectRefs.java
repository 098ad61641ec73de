package org.privacypromise.subjecttasks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.privacypromise.personaldata.MacKeys;

/**
 * References to subjects that outlive their erasure: a keyed hash of {@code c:<customer ID>} or {@code p:<contact
 * reference>} under the erasure key, which all services share. Without that key they can neither be turned back nor
 * checked against a guess.
 */
public final class SubjectRefs {

    private static final int BYTES = 16;
    private static final Pattern VERSION = Pattern.compile("([1-9][0-9]{0,8})\\.");

    private final MacKeys keys;

    public SubjectRefs(MacKeys keys) {
        this.keys = keys;
    }

    /** The reference under the active key: what is published. */
    public String refOf(String key) {
        return under(keys.active(), key);
    }

    /** The references under every live key, the active one first: what a look-up tries. */
    public List<String> allVersions(String key) {
        return keys.versions().stream().map(version -> under(version, key)).toList();
    }

    /** Whether the reference was made under a key that is not here, so that nobody can be told by it. */
    boolean lackKeyOf(String ref) {
        Matcher version = VERSION.matcher(ref);
        return version.lookingAt() && !keys.versions().contains(Integer.valueOf(version.group(1)));
    }

    private String under(int version, String key) {
        byte[] hash = Arrays.copyOf(keys.mac(version, key.getBytes(UTF_8)), BYTES);
        return version + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
