package org.privacypromise.preferences.choice;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.EventKey;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Memory;

/**
 * Changes a subject's choices: the new state, its evidence and the events about it are committed together or not at
 * all. Changes to one subject happen one after the other. Nothing brings back a subject that was erased: then nothing is
 * done, and the answer is null.
 */
@ApplicationScoped
public class ChangeChoices {

    private final PreferencesRepository preferences;
    private final LockSubject subjects;
    private final RecordChange recordChange;
    private final OfferedChoices offered;

    ChangeChoices(
            PreferencesRepository preferences,
            LockSubject subjects,
            RecordChange recordChange,
            OfferedChoices offered) {
        this.preferences = preferences;
        this.subjects = subjects;
        this.recordChange = recordChange;
        this.offered = offered;
    }

    /**
     * Until the caller's transaction ends, nobody else gets to know a customer who is reached by this contact point, or
     * opts it out. Comes before any other lock.
     */
    public Uni<Void> takeTurnAt(String contactRef) {
        return preferences.takeTurn(EventKey.ofContactPoint(contactRef));
    }

    /** Makes sure that the systems know of this subject, who has not chosen anything yet. It is locked from then on. */
    public Uni<@Nullable Preferences> introduce(String key, Instant now) {
        return Panache.withTransaction(() -> subjects.findOrCreate(key, now));
    }

    /** The same even if everything about it was erased before: for what somebody newly asks for, from their mailbox. */
    public Uni<@Nullable Preferences> introduceAgain(String key, Instant now) {
        return Panache.withTransaction(() -> subjects.findOrCreateAgain(key, now));
    }

    /**
     * Joins the caller's transaction if there is one. A repetition of what holds changes nothing and publishes nothing.
     */
    public Uni<@Nullable Preferences> change(String key, Collection<Decision> decisions, Evidence evidence) {
        return change(key, decisions, evidence, Map.of());
    }

    /** @param details further evidence by name, as the ledger keeps it */
    public Uni<@Nullable Preferences> change(
            String key, Collection<Decision> decisions, Evidence evidence, Map<String, String> details) {
        return change(key, decisions, evidence, details, found -> {});
    }

    /** @param precondition sees the subject locked and before the change, null if there is none; throws to refuse */
    Uni<@Nullable Preferences> change(
            String key,
            Collection<Decision> decisions,
            Evidence evidence,
            Map<String, String> details,
            Precondition precondition) {
        return Panache.withTransaction(() -> subjects.find(key)
                .invoke(precondition::check)
                .chain(found -> found == null
                        ? subjects.createUnlessErased(key, evidence.at())
                        : Uni.createFrom().item(found))
                .call(subject -> subject == null
                        ? Uni.createFrom().voidItem()
                        : recordChange.record(
                                subject, subject.decide(decisions, evidence, offered::hasLapsed), evidence, details)));
    }

    /** Remembers something beside the choices of a subject that is there; no system is told. */
    public Uni<Void> remember(String key, UnaryOperator<Memory> next) {
        return Panache.withTransaction(() -> subjects.find(key).invoke(subject -> {
                    if (subject != null) {
                        subject.remember(next.apply(subject.memory()));
                    }
                }))
                .replaceWithVoid();
    }

    /** What must hold for a change to be made. */
    @FunctionalInterface
    interface Precondition {

        void check(@Nullable Preferences found);
    }
}
