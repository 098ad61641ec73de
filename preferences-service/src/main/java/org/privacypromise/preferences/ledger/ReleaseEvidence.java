package org.privacypromise.preferences.ledger;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Erases the evidence about people who were erased, on the day after the one that they were told. */
@ApplicationScoped
class ReleaseEvidence {

    private static final Logger LOG = Logger.getLogger(ReleaseEvidence.class);

    private final ConsentRecordRepository ledger;
    private final Clock clock;

    ReleaseEvidence(ConsentRecordRepository ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            identity = "release-evidence",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> release() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Panache.withTransaction(() -> ledger.release(today))
                .invoke(released -> {
                    if (released > 0) {
                        LOG.infof("%d consent records had been kept for their time and are erased", released);
                    }
                })
                .replaceWithVoid();
    }
}
