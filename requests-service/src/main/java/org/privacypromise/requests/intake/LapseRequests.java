package org.privacypromise.requests.intake;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.privacypromise.requests.lifecycle.AdvanceRequest;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.lifecycle.step.Lifecycle;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ProofMissing;
import org.privacypromise.requests.screening.PrepareScreening;

/** Ends requests of which nobody has shown in time who asked. */
@ApplicationScoped
class LapseRequests {

    private static final Logger LOG = Logger.getLogger(LapseRequests.class);
    private static final int BATCH = 50;

    private final RequestRepository requests;
    private final AdvanceRequest advance;
    private final PrepareScreening screening;
    private final IntakeConfig config;
    private final Clock clock;

    LapseRequests(
            RequestRepository requests,
            AdvanceRequest advance,
            PrepareScreening screening,
            IntakeConfig config,
            Clock clock) {
        this.requests = requests;
        this.advance = advance;
        this.screening = screening;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1s", identity = "lapse-requests", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> lapseDue() {
        Instant before = clock.instant().minus(config.verifyWithin());
        return Panache.withSession(() -> requests.unprovenSince(before, BATCH))
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(id -> lapse(id, before))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    /** Never fails. Whoever has shown it in the meantime goes on. */
    private Uni<Void> lapse(UUID id, Instant before) {
        ProofMissing event = new ProofMissing();
        return Panache.withTransaction(() -> requests.lock(id)
                        .chain(request -> Lifecycle.allows(request.status(), event)
                                        && request.changedAt().isBefore(before)
                                ? advance.advance(id, event).chain(() -> screening.forget(id))
                                : Uni.createFrom().voidItem()))
                .onFailure()
                .recoverWithUni(fault -> {
                    LOG.warnf(
                            "Request %s could not lapse (%s)",
                            id, fault.getClass().getSimpleName());
                    return Uni.createFrom().voidItem();
                });
    }
}
