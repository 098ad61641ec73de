package org.privacypromise.fraudcheck.assessment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.privacypromise.fraudcheck.velocity.count.Window;

/**
 * Forgets screenings when the attempt they are about counts no longer (retention rule {@code fraud-counters}). What still
 * waits for a person is not forgotten.
 */
@ApplicationScoped
class ForgetScreenings {

    private static final int BATCH = 500;

    private final ScreeningRepository screenings;
    private final ForgetScreening forget;
    private final Clock clock;

    ForgetScreenings(ScreeningRepository screenings, ForgetScreening forget, Clock clock) {
        this.screenings = screenings;
        this.forget = forget;
        this.clock = clock;
    }

    @Scheduled(every = "1m", identity = "forget-screenings", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        return Uni.createFrom()
                .deferred(this::forgetSome)
                .repeat()
                .whilst(forgotten -> forgotten == BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> forgetSome() {
        return Panache.withTransaction(() -> screenings
                .concludedUntil(Window.LONGEST.openedAt(clock.instant()), BATCH)
                .call(forget::all)
                .map(List::size));
    }
}
