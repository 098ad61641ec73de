package org.privacypromise.preferences.choice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Forgets a subject's choices and tells every system to do so, in the caller's transaction. */
@ApplicationScoped
public class ForgetChoices {

    private final PreferencesRepository preferences;
    private final PreferencesEvents events;

    ForgetChoices(PreferencesRepository preferences, PreferencesEvents events) {
        this.preferences = preferences;
        this.events = events;
    }

    /**
     * The systems are told even if nothing is held here: a database that was restored may know less than they do.
     *
     * @return what was forgotten; null if there was nothing
     */
    public Uni<@Nullable Preferences> forget(String key, Instant now) {
        return preferences
                .takeTurn(key)
                .chain(() -> preferences.lock(key))
                .call(() -> preferences.delete("key", key))
                .call(() -> events.forgotten(key, now));
    }
}
