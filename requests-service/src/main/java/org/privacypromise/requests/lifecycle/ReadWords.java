package org.privacypromise.requests.lifecycle;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.personaldata.keys.SubjectKeys;

/** In which words somebody of us decided, for those who may read it. */
@ApplicationScoped
public class ReadWords {

    private final SubjectKeys keys;

    ReadWords(SubjectKeys keys) {
        this.keys = keys;
    }

    /** Null if there are none, or the request's key is destroyed. In the caller's session. */
    public Uni<@Nullable PersonalText> of(RequestHistory line) {
        byte[] words = line.words();
        return words == null
                ? Uni.createFrom().nullItem()
                : keys.forReading(RequestKey.subject(line.requestId()), RequestKey.RECORDS)
                        .map(key -> key.map(found -> FieldCipher.decrypt(
                                        found, RequestHistory.placeOfWords(line.requestId(), line.version()), words))
                                .orElse(null));
    }
}
