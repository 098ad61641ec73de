package org.privacypromise.preferences.choice;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.privacypromise.preferences.ledger.ConsentRecord;
import org.privacypromise.preferences.ledger.ConsentRecordRepository;

/**
 * Tells the systems bit by bit what a bulk import has changed, and never so much at once that what customers do meanwhile
 * would have to wait behind it, and while no import is at work: what is told is what it has come to. Whoever changes something in between has what is untold told first, so that everybody
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
        return ledger.upTo(subject.key(), Long.MAX_VALUE).chain(records -> events.changes(from(records, from)));
    }

    private static List<ConsentRecord> from(List<ConsentRecord> records, long version) {
        return records.stream().filter(record -> record.version() >= version).toList();
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
                .hasLeisure(MOST_WAITING)
                .chain(leisure -> leisure
                        ? preferences.lockUntold(BATCH)
                        : Uni.createFrom().item(List.<Preferences>of()))
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
                .chain(records -> events.changes(untold(batch, records, now)));
    }

    private static Map<Preferences, List<ConsentRecord>> untold(
            List<Preferences> batch, Map<String, List<ConsentRecord>> records, Instant now) {
        Map<Preferences, List<ConsentRecord>> untold = new LinkedHashMap<>();
        for (Preferences subject : batch) {
            Long from = subject.takeUntoldFrom();
            if (from != null) {
                subject.toldAt(now);
                untold.put(subject, from(records.getOrDefault(subject.key(), List.of()), from));
            }
        }
        return untold;
    }
}
