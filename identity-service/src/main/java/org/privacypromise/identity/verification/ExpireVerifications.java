package org.privacypromise.identity.verification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Ends what nobody answered in time, and tells the others. */
@ApplicationScoped
class ExpireVerifications {

    private static final int BATCH = 50;

    private final VerificationRepository verifications;
    private final ConcludeVerification conclude;
    private final Clock clock;

    ExpireVerifications(VerificationRepository verifications, ConcludeVerification conclude, Clock clock) {
        this.verifications = verifications;
        this.conclude = conclude;
        this.clock = clock;
    }

    @Scheduled(
            every = "1s",
            identity = "expire-verifications",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> expireDue() {
        return Multi.createBy()
                .repeating()
                .uni(() -> Panache.withTransaction(this::batch))
                .until(expired -> expired < BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> batch() {
        return verifications
                .lockExpired(clock.instant(), BATCH)
                .call(expired -> Multi.createFrom()
                        .iterable(expired)
                        .onItem()
                        .transformToUniAndConcatenate(this::expire)
                        .collect()
                        .last())
                .map(List::size);
    }

    private Uni<Void> expire(Verification verification) {
        verification.expire(clock.instant());
        return conclude.conclude(verification).replaceWithVoid();
    }
}
