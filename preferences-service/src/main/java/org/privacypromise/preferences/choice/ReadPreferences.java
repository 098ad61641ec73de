package org.privacypromise.preferences.choice;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.privacypromise.preferences.choice.PreferencesView.EverythingView;
import org.privacypromise.preferences.propagation.Propagation;
import org.privacypromise.preferences.propagation.PropagationView;
import org.privacypromise.register.Purpose;
import org.privacypromise.register.PurposeRegister;

/** A subject's choices together with how far the last change of them has come. */
@ApplicationScoped
public class ReadPreferences {

    private final PreferencesRepository preferences;
    private final OfferedChoices offered;
    private final Propagation propagation;
    private final Map<String, Purpose> purposes;

    ReadPreferences(
            PreferencesRepository preferences,
            OfferedChoices offered,
            Propagation propagation,
            PurposeRegister register) {
        this.preferences = preferences;
        this.offered = offered;
        this.propagation = propagation;
        this.purposes =
                register.purposes().stream().collect(Collectors.toUnmodifiableMap(Purpose::key, purpose -> purpose));
    }

    /** What holds for a subject, in the caller's session; empty if nothing is held about it. */
    public Uni<List<ChoiceInForce>> inForceFor(String key) {
        return preferences.findById(key).map(found -> found == null ? List.of() : offered.inForceFor(found));
    }

    @WithSession
    Uni<PreferencesView> of(String key, String language) {
        return preferences
                .findById(key)
                .chain(found -> found == null ? Uni.createFrom().item(ofNobody(language)) : of(found, language));
    }

    /**
     * Looks up how far the version has come, unless it has only just begun.
     *
     * @param language of the texts in it
     */
    Uni<PreferencesView> of(Preferences subject, String language) {
        return subject.isFresh()
                ? Uni.createFrom().item(view(subject, propagation.ofNew(subject.changedAt(), language), language))
                : Panache.withSession(() -> propagation
                        .of(subject.key(), subject.version(), subject.changedAt(), language)
                        .map(reached -> view(subject, reached, language)));
    }

    private PreferencesView view(Preferences subject, PropagationView reached, String language) {
        return new PreferencesView(
                subject.version(),
                subject.changedAt(),
                EverythingView.from(subject.memory().everythingOff()),
                views(offered.inForceFor(subject), language),
                subject.memory().contradictions().open().stream()
                        .map(ConflictView::from)
                        .toList(),
                reached);
    }

    private PreferencesView ofNobody(String language) {
        return new PreferencesView(
                0,
                null,
                EverythingView.from(null),
                views(offered.byDefault(), language),
                List.of(),
                PropagationView.nothingSent(language));
    }

    private List<ChoiceView> views(List<ChoiceInForce> choices, String language) {
        return choices.stream()
                .map(choice ->
                        ChoiceView.from(choice, Objects.requireNonNull(purposes.get(choice.purpose())), language))
                .toList();
    }
}
