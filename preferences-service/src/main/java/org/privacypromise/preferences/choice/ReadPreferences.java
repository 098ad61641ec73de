package org.privacypromise.preferences.choice;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.privacypromise.preferences.propagation.Propagation;
import org.privacypromise.preferences.propagation.PropagationView;

/** A subject's choices together with how far the last change of them has come. */
@ApplicationScoped
public class ReadPreferences {

    private final PreferencesRepository preferences;
    private final OfferedChoices offered;
    private final Propagation propagation;

    ReadPreferences(PreferencesRepository preferences, OfferedChoices offered, Propagation propagation) {
        this.preferences = preferences;
        this.offered = offered;
        this.propagation = propagation;
    }

    /** What holds for a subject, in the caller's session; empty if nothing is held about it. */
    public Uni<List<ChoiceInForce>> inForceFor(String key) {
        return preferences.findById(key).map(found -> found == null ? List.of() : offered.inForceFor(found));
    }

    @WithSession
    Uni<PreferencesView> of(String key) {
        return preferences
                .findById(key)
                .chain(found -> found == null
                        ? Uni.createFrom()
                                .item(new PreferencesView(0, null, offered.byDefault(), PropagationView.nothingSent()))
                        : of(found));
    }

    @WithSession
    Uni<PreferencesView> of(Preferences subject) {
        return propagation
                .of(subject.key(), subject.version(), subject.changedAt())
                .map(reached -> new PreferencesView(
                        subject.version(), subject.changedAt(), offered.inForceFor(subject), reached));
    }
}
