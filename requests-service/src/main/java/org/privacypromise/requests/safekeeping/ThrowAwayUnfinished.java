package org.privacypromise.requests.safekeeping;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Throws away what somebody began to write and never finished, such as an upload that broke off. */
@ApplicationScoped
class ThrowAwayUnfinished {

    private static final Logger LOG = Logger.getLogger(ThrowAwayUnfinished.class);

    // Longer than the slowest upload that is allowed, or the largest package takes.
    private static final Duration AFTER = Duration.ofHours(6);

    private final ContentRepository contents;
    private final Clock clock;

    ThrowAwayUnfinished(ContentRepository contents, Clock clock) {
        this.contents = contents;
        this.clock = clock;
    }

    @Scheduled(
            every = "10m",
            identity = "throw-away-unfinished",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> throwAway() {
        return Panache.withTransaction(
                        () -> contents.deleteUnsealed(clock.instant().minus(AFTER)))
                .invoke(gone -> {
                    if (gone > 0) {
                        LOG.infof("%d contents were never finished and are thrown away", gone);
                    }
                })
                .replaceWithVoid();
    }
}
