package org.privacypromise.preferences.choice;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.preferences.choice.matrix.Undo;
import org.privacypromise.preferences.choice.matrix.Undo.Reading;
import org.privacypromise.register.PurposeRegister;

/**
 * Switches off everything that a customer can switch, and brings back what was before. Each is one step: all of it is
 * committed, or nothing.
 */
@ApplicationScoped
class SwitchEverything {

    /** Of an undoing, for which nobody read anything (BCP 47: undetermined). */
    private static final String NO_LANGUAGE = "und";

    private static final Map<String, String> OFF = Map.of("wish", "everything-off");
    private static final Map<String, String> UNDONE = Map.of("wish", "everything-undone");

    private final LockSubject subjects;
    private final RecordChange recordChange;
    private final OfferedChoices offered;
    private final PurposeRegister register;
    private final Clock clock;

    SwitchEverything(
            LockSubject subjects,
            RecordChange recordChange,
            OfferedChoices offered,
            PurposeRegister register,
            Clock clock) {
        this.subjects = subjects;
        this.recordChange = recordChange;
        this.offered = offered;
        this.register = register;
        this.clock = clock;
    }

    /** What was undone, and what would have to be allowed anew. */
    record Undone(Preferences subject, List<Cell> stayOff) {}

    /** Null for somebody who was erased. */
    Uni<@Nullable Preferences> off(String key, Evidence evidence) {
        return Panache.withTransaction(() -> subjects.findOrCreate(key, evidence.at())
                .call(subject -> subject == null
                        ? Uni.createFrom().voidItem()
                        : recordChange.record(
                                subject,
                                subject.switchOff(offered.switchable(), evidence, offered::hasLapsed),
                                evidence,
                                OFF)));
    }

    /** Null for somebody who was erased. */
    Uni<@Nullable Undone> undo(String key, String customerId) {
        Instant now = clock.instant();
        return Panache.withTransaction(() -> subjects.findOrCreate(key, now)
                .chain(subject -> subject == null ? Uni.createFrom().nullItem() : undo(subject, customerId, now)));
    }

    private Uni<Undone> undo(Preferences subject, String customerId, Instant now) {
        Undo undo = subject.undo(offered::stillCounts);
        return allowAnew(subject, undo, customerId, now)
                .chain(() -> fallSilent(subject, undo.silent(), customerId, now))
                .replaceWith(new Undone(subject, undo.stayOff()));
    }

    private Uni<Void> allowAnew(Preferences subject, Undo undo, String customerId, Instant now) {
        return Multi.createFrom()
                .iterable(undo.allowances().entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> {
                    Evidence evidence = evidence(entry.getKey(), customerId, now);
                    return recordChange.record(
                            subject, subject.decide(entry.getValue(), evidence, offered::hasLapsed), evidence, UNDONE);
                })
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> fallSilent(Preferences subject, List<Cell> silent, String customerId, Instant now) {
        return recordChange.record(
                subject,
                subject.fallSilent(silent, cell -> offered.allowsSilence(cell, subject.createdAt()), now),
                evidence(new Reading(register.version(), NO_LANGUAGE), customerId, now),
                UNDONE);
    }

    private static Evidence evidence(Reading reading, String customerId, Instant now) {
        return new Evidence(Source.CUSTOMER, customerId, reading.noticeVersion(), reading.language(), now);
    }
}
