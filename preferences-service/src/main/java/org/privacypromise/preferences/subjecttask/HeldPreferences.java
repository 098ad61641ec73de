package org.privacypromise.preferences.subjecttask;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.privacypromise.events.EventKey;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.preferences.choice.PreferencesRepository;
import org.privacypromise.preferences.choice.RestrictChoices;
import org.privacypromise.subjecttasks.DataSection;
import org.privacypromise.subjecttasks.Erasure;
import org.privacypromise.subjecttasks.KnownSubject;
import org.privacypromise.subjecttasks.Subject;
import org.privacypromise.subjecttasks.SubjectData;

/** What this service holds about people: their choices, the evidence of them, and by which contact points they are reached. */
@ApplicationScoped
class HeldPreferences implements SubjectData {

    private final CollectPreferences collectPreferences;
    private final ReadablePreferences readable;
    private final ErasePreferences erasePreferences;
    private final RestrictChoices restrictChoices;
    private final PreferencesRepository preferences;

    HeldPreferences(
            CollectPreferences collectPreferences,
            ReadablePreferences readable,
            ErasePreferences erasePreferences,
            RestrictChoices restrictChoices,
            PreferencesRepository preferences) {
        this.collectPreferences = collectPreferences;
        this.readable = readable;
        this.erasePreferences = erasePreferences;
        this.restrictChoices = restrictChoices;
        this.preferences = preferences;
    }

    @Override
    public Uni<List<DataSection>> export(Subject subject) {
        return collectPreferences.about(subject).map(readable::of);
    }

    @Override
    public Uni<Erasure> erase(Subject subject, List<SubjectTask.Exemption> keep) {
        return erasePreferences.erase(subject, keep);
    }

    @Override
    public Uni<Void> restrict(Subject subject, boolean restricted) {
        return restrictChoices.restrict(
                Stream.concat(
                                subject.contactRefs().stream().sorted().map(EventKey::ofContactPoint),
                                subject.customerIds().stream().sorted().map(EventKey::ofCustomer))
                        .toList(),
                restricted);
    }

    /** A no that outlives its customer, and the evidence of choices, are kept elsewhere. */
    @Override
    public Uni<Long> leftovers(Subject subject) {
        return preferences.countOf(subject.keys());
    }

    @Override
    public Uni<List<KnownSubject>> knownSubjects(String after, int limit) {
        return preferences
                .page(after, limit)
                .map(page -> page.stream()
                        .map(subject -> new KnownSubject(subject.key(), subject.createdAt()))
                        .toList());
    }
}
