package org.privacypromise.fraudcheck.velocity;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.privacypromise.fraudcheck.velocity.count.Window;

/** Forgets attempts that are too old to count (retention rule {@code fraud-counters}). */
@ApplicationScoped
class ForgetAttempts {

    private static final Logger LOG = Logger.getLogger(ForgetAttempts.class);
    private static final int BATCH = 5000;

    private final AttemptRepository attempts;
    private final Clock clock;

    ForgetAttempts(AttemptRepository attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    @Scheduled(every = "1m", identity = "forget-attempts", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return Uni.createFrom()
                .deferred(this::forgetSome)
                .repeat()
                .whilst(forgotten -> forgotten == BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> forgetSome() {
        return Panache.withTransaction(() -> attempts.forgetUntil(Window.LONGEST.openedAt(clock.instant()), BATCH))
                .invoke(forgotten -> LOG.debugf("%d attempts are forgotten", forgotten));
    }
}
