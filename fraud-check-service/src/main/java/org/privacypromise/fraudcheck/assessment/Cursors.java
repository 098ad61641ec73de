package org.privacypromise.fraudcheck.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.personaldata.MacKeys;
import org.privacypromise.personaldata.keys.KeyFolders;

/** Says where a page ends, signed: a caller can go on from there, and nowhere else. */
@ApplicationScoped
public class Cursors {

    private static final Pattern SHAPE =
            Pattern.compile("([1-9][0-9]{0,8})\\.([A-Za-z0-9_-]{22,400})\\.([A-Za-z0-9_-]{22})");
    private static final int MAC_BYTES = 16;

    private final MacKeys keys;

    Cursors(KeyFolders folders, @ConfigProperty(name = "privacy.keys.counters") Path folder) {
        keys = new MacKeys(folders.open(folder));
    }

    /** @param list which list it is of: it is good for no other */
    public String write(String list, Position position) {
        int version = keys.active();
        String text = position.at() + " " + position.id();
        return version + "." + encode(text.getBytes(StandardCharsets.UTF_8)) + "."
                + encode(Arrays.copyOf(keys.mac(version, message(list, text)), MAC_BYTES));
    }

    /**
     * @param start where a list begins, for whoever has no cursor
     * @throws ProblemException if it is not one of ours for this list
     */
    public Position read(String list, @Nullable String cursor, Position start) {
        if (cursor == null) {
            return start;
        }
        var parts = SHAPE.matcher(cursor);
        if (!parts.matches()) {
            throw refused();
        }
        try {
            String text = new String(decode(parts.group(2)), StandardCharsets.UTF_8);
            if (!keys.matches(Integer.parseInt(parts.group(1)), message(list, text), decode(parts.group(3)))) {
                throw refused();
            }
            String[] position = text.split(" ", 2);
            return new Position(Instant.parse(position[0]), position[1]);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refused();
        }
    }

    private static byte[] message(String list, String text) {
        return ("cursor\0" + list + "\0" + text).getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static ProblemException refused() {
        return new ProblemException(
                ProblemType.MALFORMED,
                "Take the cursor from the Link header of the page before, as it is.",
                new Problem.Fault("cursor", "is not one of this list"));
    }
}
