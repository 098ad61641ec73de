package org.privacypromise.preferences.choice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.privacypromise.subjecttasks.ErasedSubjects;

/**
 * Gets a subject's row for the caller's transaction alone, in which changes to it happen one after the other. Nothing
 * brings back a subject that was erased: then the answer is null.
 */
@ApplicationScoped
class LockSubject {

    private final PreferencesRepository preferences;
    private final PreferencesEvents events;
    private final ErasedSubjects erased;

    LockSubject(PreferencesRepository preferences, PreferencesEvents events, ErasedSubjects erased) {
        this.preferences = preferences;
        this.events = events;
        this.erased = erased;
    }

    /** Null if there is none. */
    Uni<@Nullable Preferences> find(String key) {
        return preferences.lock(key);
    }

    Uni<@Nullable Preferences> findOrCreate(String key, Instant now) {
        return preferences
                .lock(key)
                .chain(found -> found == null
                        ? createUnlessErased(key, now)
                        : Uni.createFrom().item(found));
    }

    /** Even one that was erased: whoever confirms from a mailbox that they want to be known again, is. */
    Uni<@Nullable Preferences> findOrCreateAgain(String key, Instant now) {
        return preferences
                .lock(key)
                .chain(found -> found == null
                        ? preferences.takeTurn(key).chain(() -> create(key, now))
                        : Uni.createFrom().item(found));
    }

    /** Of whom none was found a moment ago; somebody else may have been faster. */
    Uni<@Nullable Preferences> createUnlessErased(String key, Instant now) {
        return preferences
                .takeTurn(key)
                .chain(() -> erased.contains(key))
                .chain(gone -> gone ? Uni.createFrom().nullItem() : create(key, now));
    }

    private Uni<@Nullable Preferences> create(String key, Instant now) {
        return preferences
                .insertIfAbsent(Preferences.first(key, now))
                .chain(ours -> preferences
                        .lock(key)
                        .call(created -> ours && created != null
                                ? events.state(created)
                                : Uni.createFrom().voidItem()));
    }
}
