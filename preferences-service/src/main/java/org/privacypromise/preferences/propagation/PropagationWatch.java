package org.privacypromise.preferences.propagation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.privacypromise.preferences.propagation.PropagationStatusRepository.Status;

/** Counts, a few times a minute, what each system has still to acknowledge, and shows it as metrics. */
@ApplicationScoped
class PropagationWatch {

    /** What is younger is found by its time; what is older is remembered by itself. */
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(4);
    private static final int BATCH = 10_000;
    private static final int MOST_BATCHES = 20;
    /** Longer than an event about a message that was sent can be under way. */
    private static final Duration LOOKING_BACK = Duration.ofDays(40);

    private final Propagation propagation;
    private final PropagationStatusRepository statuses;
    private final AcknowledgementRepository acknowledgements;
    private final LagRepository lags;
    private final Lags measuring;
    private final Clock clock;
    private final Map<String, Status> seen = new ConcurrentHashMap<>();

    PropagationWatch(
            Propagation propagation,
            PropagationStatusRepository statuses,
            AcknowledgementRepository acknowledgements,
            LagRepository lags,
            Lags measuring,
            MeterRegistry meters,
            Clock clock) {
        this.propagation = propagation;
        this.statuses = statuses;
        this.acknowledgements = acknowledgements;
        this.lags = lags;
        this.measuring = measuring;
        this.clock = clock;
        propagation.targets().keySet().forEach(system -> show(system, meters));
    }

    private void show(String system, MeterRegistry meters) {
        Gauge.builder("preferences.propagation.backlog", () -> of(system).backlog())
                .description("Changes that the system has not acknowledged")
                .tag("system", system)
                .register(meters);
        Gauge.builder("preferences.propagation.overdue", () -> of(system).overdue())
                .description("Changes that the system has not acknowledged within its target time")
                .tag("system", system)
                .register(meters);
        Gauge.builder("preferences.propagation.behind", () -> of(system).overdue() > 0 ? 1 : 0)
                .description("Whether the system has fallen behind its target time: alert on 1")
                .tag("system", system)
                .register(meters);
        Gauge.builder("preferences.propagation.oldest.age", () -> oldestAge(of(system)))
                .description("Age of the oldest change that the system has not acknowledged")
                .baseUnit("seconds")
                .tag("system", system)
                .register(meters);
    }

    /** As of the last look. */
    Status of(String system) {
        return seen.getOrDefault(system, new Status(system, Instant.EPOCH, 0, 0, null, Instant.EPOCH));
    }

    private double oldestAge(Status status) {
        return status.oldestAt() == null
                ? 0
                : Duration.between(status.oldestAt(), clock.instant()).toMillis() / 1000.0;
    }

    @Scheduled(every = "5s", identity = "watch-propagation", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return Multi.createFrom()
                .iterable(propagation.targets().entrySet())
                .onItem()
                .transformToUniAndConcatenate(system -> lookAt(system.getKey(), system.getValue()))
                .collect()
                .last()
                .chain(() -> Panache.withSession(statuses::all))
                .invoke(all -> all.forEach(this::saw))
                .replaceWithVoid();
    }

    private void saw(Status status) {
        seen.put(status.system(), status);
        measuring.know(status.system(), status.knownSince());
    }

    private Uni<Void> lookAt(String system, Duration target) {
        return Panache.withTransaction(() -> statuses.know(system, clock.instant()))
                .chain(() -> catchUp(system, target))
                .chain(() -> Panache.withTransaction(
                        () -> ifItIsTime(system, () -> statuses.count(system, target, clock.instant()))));
    }

    private Uni<Void> catchUp(String system, Duration target) {
        return Multi.createBy()
                .repeating()
                .uni(() -> Panache.withTransaction(() -> nextBatch(system, target)))
                .until(looked -> looked < BATCH)
                .select()
                .first(MOST_BATCHES)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Long> nextBatch(String system, Duration target) {
        return statuses.take(system, clock.instant().minus(BETWEEN_COUNTS))
                .chain(ours -> ours
                        ? statuses.holdAcknowledgements(system)
                                .chain(() -> statuses.advance(
                                        system, target, clock.instant().minus(A_MOMENT), BATCH))
                        : Uni.createFrom().item(0L));
    }

    private Uni<Void> ifItIsTime(String system, Supplier<Uni<Void>> work) {
        return statuses.take(system, clock.instant().minus(BETWEEN_COUNTS))
                .chain(ours -> ours ? work.get() : Uni.createFrom().voidItem());
    }

    @Scheduled(every = "1h", delayed = "3m", identity = "forget-propagation")
    Uni<Void> forget() {
        return Panache.withTransaction(() -> acknowledgements
                        .removeReplacedBefore(clock.instant().minus(LOOKING_BACK))
                        .chain(() -> lags.removeBefore(clock.instant().minus(Duration.ofDays(8)))))
                .replaceWithVoid();
    }
}
