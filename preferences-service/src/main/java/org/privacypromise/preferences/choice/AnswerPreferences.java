package org.privacypromise.preferences.choice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.preferences.choice.SwitchEverything.Undone;
import org.privacypromise.preferences.idempotency.Answer;
import org.privacypromise.preferences.idempotency.Call;
import org.privacypromise.preferences.idempotency.Call.Fingerprint;
import org.privacypromise.preferences.idempotency.IdempotencyKey;
import org.privacypromise.preferences.idempotency.OncePerKey;

/** What a customer is answered to a change, once for each idempotency key if they send one. */
@ApplicationScoped
class AnswerPreferences {

    private final ReadPreferences reading;
    private final OncePerKey oncePerKey;
    private final ObjectMapper json;

    AnswerPreferences(ReadPreferences reading, OncePerKey oncePerKey, ObjectMapper json) {
        this.reading = reading;
        this.oncePerKey = oncePerKey;
        this.json = json;
    }

    /**
     * @param client whose idempotency key it is
     * @param key whose preferences
     * @param said all that the call says
     */
    Uni<Answer> once(
            Optional<IdempotencyKey> idempotencyKey,
            String client,
            String key,
            List<Object> said,
            Supplier<Uni<Answer>> change) {
        return idempotencyKey
                .map(once -> oncePerKey.answer(new Call(client, key, once, Fingerprint.of(write(said))), change))
                .orElseGet(change);
    }

    /** @param changed null for somebody who was erased */
    Uni<Answer> afterChange(@Nullable Preferences changed, String language) {
        return changed == null ? gone() : reading.of(changed, language).map(view -> answer(view, view));
    }

    /** @param undone null for somebody who was erased */
    Uni<Answer> afterUndoing(@Nullable Undone undone, String language) {
        return undone == null
                ? gone()
                : reading.of(undone.subject(), language)
                        .map(view -> answer(view, new UndoneView(undone.stayOff(), view)));
    }

    private static Uni<Answer> gone() {
        return Uni.createFrom()
                .failure(new ProblemException(
                        ProblemType.NOT_FOUND, "Everything about this customer was erased, as they had asked."));
    }

    private Answer answer(PreferencesView view, Object body) {
        return new Answer(200, String.valueOf(view.version()), write(body));
    }

    private String write(Object record) {
        try {
            return json.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can be written as JSON", e);
        }
    }
}
