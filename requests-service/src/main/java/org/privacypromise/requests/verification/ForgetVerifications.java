package org.privacypromise.requests.verification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets how verifications ended that no open request needs any more. */
@ApplicationScoped
class ForgetVerifications {

    /** Longer than the topic keeps its events: what is forgotten does not come again. */
    private static final Duration REMEMBERED = Duration.ofDays(37);

    private final VerificationRepository verifications;
    private final Clock clock;

    ForgetVerifications(VerificationRepository verifications, Clock clock) {
        this.verifications = verifications;
        this.clock = clock;
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            identity = "forget-verifications",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        return Panache.withTransaction(() ->
                        verifications.forgetConcludedBefore(clock.instant().minus(REMEMBERED)))
                .replaceWithVoid();
    }
}
