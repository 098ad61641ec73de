package org.privacypromise.requests.fulfilment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.privacypromise.frame.InTurn;

/** Lets an erasure go on once its report is with the person: from then on the address may be erased, too. */
@ApplicationScoped
class FollowReport {

    private static final Logger LOG = Logger.getLogger(FollowReport.class);
    private static final int BATCH = 100;

    private final FulfilmentRepository fulfilments;
    private final ProceedWithRequest proceed;
    private final Clock clock;

    FollowReport(FulfilmentRepository fulfilments, ProceedWithRequest proceed, Clock clock) {
        this.fulfilments = fulfilments;
        this.proceed = proceed;
        this.clock = clock;
    }

    @Scheduled(every = "1s", identity = "follow-reports", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> followDue() {
        return Panache.withSession(() -> fulfilments.toReport(clock.instant(), BATCH))
                .chain(due -> InTurn.each(due, this::attempt));
    }

    /** Never fails: one that cannot go on yet must not keep the others from it. */
    private Uni<Void> attempt(UUID requestId) {
        return follow(requestId).onFailure().recoverWithUni(fault -> {
            LOG.warnf(
                    "Request %s cannot go on after its report yet (%s): will be tried again",
                    requestId, fault.getClass().getSimpleName());
            return later(requestId);
        });
    }

    private Uni<Void> later(UUID requestId) {
        return Panache.withTransaction(
                        () -> fulfilments.lock(requestId).invoke(fulfilment -> fulfilment.tryLater(clock.instant())))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> follow(UUID requestId) {
        return Panache.withTransaction(() -> fulfilments
                .lock(requestId)
                .call(fulfilment -> proceed.proceed(fulfilment))
                .invoke(fulfilment -> {
                    if (fulfilment.stage() == Plan.REPORT) {
                        fulfilment.tryLater(clock.instant());
                    }
                })
                .replaceWithVoid());
    }
}
