package org.privacypromise.preferences.propagation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.privacypromise.preferences.propagation.LagRepository.Slot;
import org.privacypromise.preferences.propagation.LagRepository.Tally;
import org.privacypromise.preferences.propagation.lag.LagClass;

/**
 * Measures how long systems take to have a change in force. What was measured is counted here and added to the database
 * every few seconds, for all instances together: whoever dies loses a moment of statistics, and acknowledgements cost no
 * statement more.
 */
@ApplicationScoped
class Lags {

    private static final Duration[] STEPS = {
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(10),
        Duration.ofHours(1),
        Duration.ofDays(1),
        Duration.ofDays(7)
    };

    private final LagRepository stored;
    private final MeterRegistry meters;
    private final Map<String, Instant> knownSince = new ConcurrentHashMap<>();
    private Map<Slot, Tally> counted = new HashMap<>();

    Lags(LagRepository stored, MeterRegistry meters) {
        this.stored = stored;
        this.meters = meters;
    }

    /** A system that is new cannot have had earlier changes in force: what it takes to catch up counts from here. */
    void know(String system, Instant since) {
        knownSince.put(system, since);
    }

    /** When a change could first be expected to reach the system. */
    Instant startOf(String system, Instant changedAt) {
        Instant since = knownSince.getOrDefault(system, changedAt);
        return since.isAfter(changedAt) ? since : changedAt;
    }

    void record(String system, Instant changedAt, Instant effectiveFrom) {
        // Two machines' clocks: in force "before" it was decided is as fast as can be measured.
        long millis = Math.max(
                0, Duration.between(startOf(system, changedAt), effectiveFrom).toMillis());
        Timer.builder("preferences.propagation.lag")
                .description("From a change of choices to its being in force in the system")
                .tag("system", system)
                .serviceLevelObjectives(STEPS)
                .register(meters)
                .record(Duration.ofMillis(millis));
        count(
                new Slot(
                        system,
                        effectiveFrom.truncatedTo(ChronoUnit.HOURS),
                        LagClass.of(millis).number()),
                millis);
    }

    private synchronized void count(Slot slot, long millis) {
        counted.merge(slot, new Tally(1, millis), Tally::plus);
    }

    private synchronized Map<Slot, Tally> take() {
        Map<Slot, Tally> taken = counted;
        counted = new HashMap<>();
        return taken;
    }

    private synchronized void putBack(Map<Slot, Tally> taken) {
        taken.forEach((slot, tally) -> counted.merge(slot, tally, Tally::plus));
    }

    @Scheduled(
            every = "5s",
            identity = "store-propagation-lags",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> store() {
        Map<Slot, Tally> taken = take();
        if (taken.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.withTransaction(() -> Multi.createFrom()
                        // In a fixed order: two instances that add to the same must not wait for each other.
                        .iterable(taken.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .toList())
                        .onItem()
                        .transformToUniAndConcatenate(one -> stored.add(one.getKey(), one.getValue()))
                        .collect()
                        .last()
                        .replaceWithVoid())
                .onFailure()
                .invoke(() -> putBack(taken));
    }
}
