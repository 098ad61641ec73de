package org.privacypromise.fraudcheck.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.personaldata.MacKeys;
import org.privacypromise.personaldata.SignedTexts;
import org.privacypromise.personaldata.keys.KeyFolders;

/** Says where a page ends, signed: a caller can go on from there, and nowhere else. */
@ApplicationScoped
public class Cursors {

    private final SignedTexts texts;

    Cursors(KeyFolders folders, @ConfigProperty(name = "privacy.keys.counters") Path folder) {
        texts = new SignedTexts(new MacKeys(folders.open(folder)));
    }

    /** @param list which list it is of: it is good for no other */
    public String write(String list, Position position) {
        return texts.sign(use(list), position.at() + " " + position.id());
    }

    /**
     * @param start where a list begins, for whoever has no cursor
     * @throws ProblemException if it is not one of ours for this list
     */
    public Position read(String list, @Nullable String cursor, Position start) {
        if (cursor == null) {
            return start;
        }
        return texts.read(use(list), cursor)
                .map(text -> text.split(" ", 2))
                .map(position -> new Position(Instant.parse(position[0]), position[1]))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.MALFORMED,
                        "Take the cursor from the Link header of the page before, as it is.",
                        new Problem.Fault("cursor", "is not one of this list")));
    }

    private static String use(String list) {
        return "cursor\0" + list;
    }
}
