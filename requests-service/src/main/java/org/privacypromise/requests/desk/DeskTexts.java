package org.privacypromise.requests.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.personaldata.DataKey;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.personaldata.keys.SubjectKeys;
import org.privacypromise.requests.lifecycle.RequestKey;

/** What the staff write about a request: encrypted with its key, in the caller's session or transaction. */
@ApplicationScoped
class DeskTexts {

    /** A few words are no reason. */
    static final int REASON = 20;

    private static final int LONGEST = 4_000;

    private final SubjectKeys keys;

    DeskTexts(SubjectKeys keys) {
        this.keys = keys;
    }

    /** @throws ProblemException if it is empty or too long */
    static PersonalText required(PersonalText text, String pointer) {
        return required(text, 1, pointer);
    }

    /** @throws ProblemException if it is shorter, or too long */
    static PersonalText required(PersonalText text, int shortest, String pointer) {
        String stripped = text.reveal().strip();
        if (stripped.length() < shortest || stripped.length() > LONGEST) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Correct the named fields and send it again.",
                    new Problem.Fault(pointer, "must have %d to %d characters".formatted(shortest, LONGEST)));
        }
        return PersonalText.of(stripped);
    }

    /** The key that encrypts what belongs to the request. */
    Uni<DataKey> forWriting(UUID request) {
        return keys.forWriting(RequestKey.subject(request), RequestKey.RECORDS);
    }

    /** How to read what was encrypted; it reads as erased once the key is destroyed. */
    Uni<Function<Sealed, String>> forReading(UUID request) {
        return keys.forReading(RequestKey.subject(request), RequestKey.RECORDS)
                .map(key -> written -> key.map(found -> FieldCipher.decrypt(found, written.place(), written.text()))
                        .map(PersonalText::reveal)
                        .orElse("(erased)"));
    }

    /** A text as it lies in the table. */
    record Sealed(FieldCipher.Place place, byte[] text) {}
}
