package org.privacypromise.requests.paging;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.personaldata.MacKeys;
import org.privacypromise.personaldata.SignedTexts;
import org.privacypromise.personaldata.keys.KeyFolders;

/** Says where a page ends, signed: a caller can go on from there in the same list, and nowhere else. */
@ApplicationScoped
public class Cursors {

    public static final int LARGEST_PAGE = 200;

    private final SignedTexts texts;

    Cursors(KeyFolders folders, @ConfigProperty(name = "privacy.keys.cursor") Path folder) {
        texts = new SignedTexts(new MacKeys(folders.open(folder)));
    }

    /** @param list which list it is of, with its filters and whose it is: the cursor is good for no other */
    public String write(String list, String position) {
        return texts.sign(list, position);
    }

    /**
     * Where to go on; empty for whoever has no cursor.
     *
     * @throws ProblemException if it is not one of ours for this list
     */
    public Optional<String> read(String list, @Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        Optional<String> position = texts.read(list, cursor);
        if (position.isEmpty()) {
            throw new ProblemException(
                    ProblemType.MALFORMED,
                    "Take the cursor from the Link header of the page before, as it is, with the same filters.",
                    new Problem.Fault("cursor", "is not one of this list"));
        }
        return position;
    }
}
