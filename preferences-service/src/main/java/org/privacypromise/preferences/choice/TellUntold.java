package org.privacypromise.preferences.choice;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.privacypromise.preferences.ledger.ConsentRecord;
import org.privacypromise.preferences.ledger.ConsentRecordRepository;

/**
 * Tells the systems bit by bit what a bulk import has changed, and never so much at once that what customers do meanwhile
 * would have to wait behind it. Whoever changes something in between has what is untold told first, so that everybody
 * hears the versions in their order.
 */
@ApplicationScoped
class TellUntold {

    private static final int BATCH = 200;
    /** As many as a relay publishes in a fraction of a second. */
    private static final long MOST_WAITING = 2_000;

    private final PreferencesRepository preferences;
    private final ConsentRecordRepository ledger;
    private final PreferencesEvents events;
    private final Clock clock;

    TellUntold(
            PreferencesRepository preferences, ConsentRecordRepository ledger, PreferencesEvents events, Clock clock) {
        this.preferences = preferences;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** What this subject's changes were; the state that they led to is told with the change that follows. */
    Uni<Void> changesOf(Preferences subject) {
        Long from = subject.takeUntoldFrom();
        if (from == null) {
            return Uni.createFrom().voidItem();
        }
        return ledger.upTo(subject.key(), Long.MAX_VALUE)
                .chain(records -> tellAll(records.stream()
                        .filter(record -> record.version() >= from)
                        .toList()));
    }

    private Uni<Void> tellAll(List<ConsentRecord> records) {
        return Multi.createFrom()
                .iterable(records)
                .onItem()
                .transformToUniAndConcatenate(events::choicesChanged)
                .collect()
                .last();
    }

    @Scheduled(
            every = "1s",
            identity = "tell-imported-choices",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tell() {
        return Multi.createBy()
                .repeating()
                .uni(this::nextBatch)
                .until(told -> told == 0)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> nextBatch() {
        return Panache.withTransaction(() -> preferences
                .waitingToBePublished(MOST_WAITING)
                .chain(waiting -> waiting >= MOST_WAITING
                        ? Uni.createFrom().item(List.<Preferences>of())
                        : preferences.lockUntold(BATCH))
                .call(this::tellBatch)
                .map(List::size));
    }

    private Uni<Void> tellBatch(List<Preferences> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        return ledger.of(batch.stream().map(Preferences::key).toList())
                .map(records -> records.stream().collect(Collectors.groupingBy(ConsentRecord::key)))
                .chain(records -> Multi.createFrom()
                        .iterable(batch)
                        .onItem()
                        .transformToUniAndConcatenate(
                                subject -> tell(subject, records.getOrDefault(subject.key(), List.of()), now))
                        .collect()
                        .last());
    }

    private Uni<Void> tell(Preferences subject, List<ConsentRecord> records, Instant now) {
        Long from = subject.takeUntoldFrom();
        if (from == null) {
            return Uni.createFrom().voidItem();
        }
        subject.toldAt(now);
        return tellAll(records.stream()
                        .filter(record -> record.version() >= from)
                        .toList())
                .chain(() -> events.state(subject));
    }
}
