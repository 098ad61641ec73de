package org.privacypromise.subjecttasks;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Follows the ledger of erasures from where this database has got to, so that a restored one catches up with what was
 * erased since its backup.
 */
@ApplicationScoped
class FollowErasureLedger {

    private static final Logger LOG = Logger.getLogger(FollowErasureLedger.class);

    private final ErasureLedger ledger;
    private final ErasurePositionRepository positions;
    private final ReapplyErasures reapplyErasures;
    private final LedgerProgress progress;
    private volatile boolean interrupted;

    FollowErasureLedger(
            ErasureLedger ledger,
            ErasurePositionRepository positions,
            ReapplyErasures reapplyErasures,
            LedgerProgress progress) {
        this.ledger = ledger;
        this.positions = positions;
        this.reapplyErasures = reapplyErasures;
        this.progress = progress;
    }

    @Scheduled(
            every = "1s",
            identity = "follow-erasure-ledger",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> follow() {
        return Panache.withSession(positions::all)
                .chain(from -> Stay.here(() -> read(from)).chain(entries -> apply(from, entries)))
                .onFailure()
                .recoverWithItem(fault -> {
                    interrupted(fault);
                    return null;
                });
    }

    private void interrupted(Throwable fault) {
        if (!interrupted) {
            LOG.warnf("The ledger of erasures cannot be followed (%s): will be tried again", PlainFault.of(fault));
        }
        interrupted = true;
        progress.interrupted(fault instanceof KafkaException);
    }

    private void followed(LedgerEntries entries) {
        if (interrupted) {
            LOG.info("The ledger of erasures is followed again");
        }
        interrupted = false;
        progress.readOn(entries);
    }

    private Uni<LedgerEntries> read(Map<Integer, Long> from) {
        return Uni.createFrom().item(() -> ledger.read(from)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<Void> apply(Map<Integer, Long> from, LedgerEntries entries) {
        return applied(entries)
                .chain(() -> entries.next().equals(from)
                        ? Uni.createFrom().voidItem()
                        : Panache.withTransaction(() -> positions.store(entries.next())))
                .invoke(() -> followed(entries));
    }

    private Uni<Void> applied(LedgerEntries entries) {
        return entries.erasures().isEmpty() ? Uni.createFrom().voidItem() : reapplyErasures.reapply(entries.erasures());
    }
}
