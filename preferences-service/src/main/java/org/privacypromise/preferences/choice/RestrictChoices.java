package org.privacypromise.preferences.choice;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Stops everything that choices allow, for as long as a person wants their data stored and not used (GDPR Art. 18). The
 * choices stay what they are, and count again afterwards. Every system is told, as of any change.
 */
@ApplicationScoped
public class RestrictChoices {

    private final LockSubject subjects;
    private final PreferencesEvents events;
    private final Clock clock;

    RestrictChoices(LockSubject subjects, PreferencesEvents events, Clock clock) {
        this.subjects = subjects;
        this.events = events;
        this.clock = clock;
    }

    /** In the caller's transaction; whoever is not known yet is noted, so that nothing begins meanwhile. */
    public Uni<Void> restrict(List<String> keys, boolean restricted) {
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(key -> restrict(key, restricted))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> restrict(String key, boolean restricted) {
        return (restricted ? subjects.findOrCreate(key, clock.instant()) : subjects.find(key))
                .chain(subject -> subject != null && subject.restrict(restricted, clock.instant())
                        ? events.state(subject)
                        : Uni.createFrom().voidItem());
    }
}
