package org.privacypromise.requests.rectification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.personaldata.keys.SubjectKeys;
import org.privacypromise.requests.lifecycle.RequestKey;

/** The corrections of each request, encrypted with its key. In the caller's session or transaction. */
@ApplicationScoped
public class Corrections {

    private final CorrectionRepository corrections;
    private final SubjectKeys keys;
    private final ObjectMapper json;
    private final Clock clock;

    Corrections(CorrectionRepository corrections, SubjectKeys keys, ObjectMapper json, Clock clock) {
        this.corrections = corrections;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /** Nothing if there are none, or none any more. */
    public Uni<CorrectionList> of(UUID request) {
        return corrections
                .findById(request)
                .chain(found -> found == null
                        ? Uni.createFrom().item(new CorrectionList(List.of()))
                        : keys.forReading(RequestKey.subject(request), RequestKey.RECORDS)
                                .map(key -> key.map(open -> read(FieldCipher.decrypt(
                                                open, StoredCorrections.place(request), found.corrections())))
                                        .orElseGet(() -> new CorrectionList(List.of()))));
    }

    /** What kinds of data they are about. */
    public Uni<List<String>> categories(UUID request) {
        return corrections.findById(request).map(found -> found == null ? List.of() : found.categories());
    }

    /** What was said before no longer counts. */
    Uni<Void> give(UUID request, CorrectionList given) {
        return forget(request)
                .chain(() -> keys.forWriting(RequestKey.subject(request), RequestKey.RECORDS))
                .map(key -> new StoredCorrections(
                        request,
                        given.all().stream()
                                .map(Correction::category)
                                .distinct()
                                .toList(),
                        FieldCipher.encrypt(key, StoredCorrections.place(request), PersonalText.of(text(given))),
                        clock.instant()))
                .chain(stored -> corrections.persist(stored))
                .replaceWithVoid();
    }

    /** For the erasure of whom they are about. */
    public Uni<Void> forget(UUID request) {
        return corrections.delete("requestId", request).replaceWithVoid();
    }

    private String text(CorrectionList given) {
        try {
            return json.writeValueAsString(given);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written");
        }
    }

    private CorrectionList read(PersonalText text) {
        try {
            return json.readValue(text.reveal(), CorrectionList.class);
        } catch (JsonProcessingException e) {
            // Without the cause: it quotes them.
            throw new IllegalStateException("what we wrote ourselves can be read");
        }
    }
}
