package org.privacypromise.preferences.choice;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.EventKey;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.ledger.ConsentRecord;
import org.privacypromise.preferences.ledger.ConsentRecordRepository;
import org.privacypromise.subjecttasks.ErasedSubjects;

/**
 * Changes a subject's choices: the new state, its evidence and the events about it are committed together or not at
 * all. Changes to one subject happen one after the other. Nothing brings back a subject that was erased: then nothing is
 * done, and the answer is null.
 */
@ApplicationScoped
public class ChangeChoices {

    private final PreferencesRepository preferences;
    private final ConsentRecordRepository ledger;
    private final PreferencesEvents events;
    private final ErasedSubjects erased;

    ChangeChoices(
            PreferencesRepository preferences,
            ConsentRecordRepository ledger,
            PreferencesEvents events,
            ErasedSubjects erased) {
        this.preferences = preferences;
        this.ledger = ledger;
        this.events = events;
        this.erased = erased;
    }

    /**
     * Until the caller's transaction ends, nobody else gets to know a customer who is reached by this contact point, or
     * opts it out. Comes before any other lock.
     */
    public Uni<Void> takeTurnAt(String contactRef) {
        return preferences.takeTurn(EventKey.ofContactPoint(contactRef));
    }

    /** Makes sure that the systems know of this subject, who has not chosen anything yet. */
    public Uni<@Nullable Preferences> introduce(String key, Instant now) {
        return Panache.withTransaction(() -> lockOrCreate(key, now));
    }

    /**
     * Joins the caller's transaction if there is one. A repetition of what holds changes nothing and publishes nothing.
     */
    public Uni<@Nullable Preferences> change(String key, Collection<Decision> decisions, Evidence evidence) {
        return change(key, decisions, evidence, found -> {});
    }

    /** @param precondition sees the subject locked and before the change, null if there is none; throws to refuse */
    Uni<@Nullable Preferences> change(
            String key, Collection<Decision> decisions, Evidence evidence, Precondition precondition) {
        return Panache.withTransaction(() -> preferences
                .lock(key)
                .invoke(precondition::check)
                .chain(found -> found == null
                        ? lockOrCreate(key, evidence.at())
                        : Uni.createFrom().item(found))
                .call(subject -> subject == null
                        ? Uni.createFrom().voidItem()
                        : record(subject, subject.decide(decisions, evidence), evidence)));
    }

    private Uni<Void> record(Preferences subject, List<Decision> changes, Evidence evidence) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return ledger.append(ConsentRecord.of(subject.key(), subject.version(), changes, evidence))
                .chain(() -> events.choicesChanged(subject, changes, evidence))
                .chain(() -> events.state(subject));
    }

    private Uni<@Nullable Preferences> lockOrCreate(String key, Instant now) {
        return preferences
                .lock(key)
                .chain(found -> found == null
                        ? createUnlessErased(key, now)
                        : Uni.createFrom().item(found));
    }

    private Uni<@Nullable Preferences> createUnlessErased(String key, Instant now) {
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

    /** What must hold for a change to be made. */
    @FunctionalInterface
    interface Precondition {
        void check(@Nullable Preferences found);
    }
}
