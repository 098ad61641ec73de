package org.privacypromise.requests.intake;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.privacypromise.requests.lifecycle.AdvanceRequest;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.lifecycle.step.Lifecycle;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ProofMissing;
import org.privacypromise.requests.screening.PrepareScreening;
import org.privacypromise.requests.verification.VerificationRepository;

/** Ends requests of which nobody has shown in time who asked. */
@ApplicationScoped
class LapseRequests {

    private static final Logger LOG = Logger.getLogger(LapseRequests.class);
    private static final int BATCH = 50;

    private final RequestRepository requests;
    private final VerificationRepository verifications;
    private final AdvanceRequest advance;
    private final PrepareScreening screening;
    private final IntakeConfig config;
    private final Clock clock;

    LapseRequests(
            RequestRepository requests,
            VerificationRepository verifications,
            AdvanceRequest advance,
            PrepareScreening screening,
            IntakeConfig config,
            Clock clock) {
        this.requests = requests;
        this.verifications = verifications;
        this.advance = advance;
        this.screening = screening;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1s", identity = "lapse-requests", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> lapseDue() {
        Instant now = clock.instant();
        return Panache.withSession(() -> requests.unprovenSince(now.minus(config.verifyWithin()), BATCH)
                        .chain(unproven -> verifications
                                .requestsExpiredBefore(now.minus(config.codeAgainWithin()), BATCH)
                                .map(expired -> Stream.concat(unproven.stream(), expired.stream())
                                        .distinct()
                                        .toList())))
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(this::lapse)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    /** Never fails. Whoever has shown it in the meantime goes on. */
    private Uni<Void> lapse(UUID id) {
        return Panache.withTransaction(() -> requests.lock(id).chain(this::lapse))
                .onFailure()
                .recoverWithUni(fault -> {
                    LOG.warnf(
                            "Request %s could not lapse (%s)",
                            id, fault.getClass().getSimpleName());
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> lapse(Request request) {
        ProofMissing event = new ProofMissing();
        boolean untouched = request.changedAt().isBefore(clock.instant().minus(config.codeAgainWithin()));
        return untouched && Lifecycle.allows(request.status(), event)
                ? advance.advance(request.id(), event).chain(() -> screening.forget(request.id()))
                : Uni.createFrom().voidItem();
    }
}
