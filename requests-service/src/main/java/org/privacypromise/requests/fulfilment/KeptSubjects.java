package org.privacypromise.requests.fulfilment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.FieldCipher.Place;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.personaldata.keys.SubjectKeys;
import org.privacypromise.requests.lifecycle.RequestKey;

/**
 * Whose data is still kept somewhere: without that nobody could be asked to erase it on its day. Encrypted with the
 * request's key, and forgotten with the last of that data. In the caller's transaction.
 */
@ApplicationScoped
class KeptSubjects {

    private final SubjectKeys keys;
    private final ObjectMapper json;

    KeptSubjects(SubjectKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    Uni<Void> write(Fulfilment fulfilment, Whose whose) {
        return keys.forWriting(RequestKey.subject(fulfilment.requestId), RequestKey.RECORDS)
                .invoke(key -> fulfilment.keepSubject(
                        FieldCipher.encrypt(key, place(fulfilment.requestId), PersonalText.of(text(whose)))))
                .replaceWithVoid();
    }

    /** Names nobody if that is forgotten. */
    Uni<Whose> read(Fulfilment fulfilment) {
        byte[] sealed = fulfilment.keptSubject();
        if (sealed == null) {
            return Uni.createFrom().item(new Whose(List.of(), List.of()));
        }
        return keys.forReading(RequestKey.subject(fulfilment.requestId), RequestKey.RECORDS)
                .map(key -> key.map(found -> whose(FieldCipher.decrypt(found, place(fulfilment.requestId), sealed)))
                        .orElseGet(() -> new Whose(List.of(), List.of())));
    }

    private static Place place(UUID request) {
        return new Place("fulfilment", request.toString(), "kept_subject");
    }

    private String text(Whose whose) {
        try {
            return json.writeValueAsString(whose);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("two lists of texts can be written");
        }
    }

    private Whose whose(PersonalText text) {
        try {
            return json.readValue(text.reveal(), Whose.class);
        } catch (JsonProcessingException e) {
            // Without the cause: it quotes whom it is about.
            throw new IllegalStateException("what we wrote ourselves can be read");
        }
    }
}
