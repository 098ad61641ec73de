package org.privacypromise.identity.verification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Forgets verifications whose time is over: the key of the address is destroyed, the rest deleted. */
@ApplicationScoped
class ForgetVerifications {

    private static final int BATCH = 50;

    private final VerificationRepository verifications;
    private final EraseVerification erase;
    private final VerificationConfig config;
    private final Clock clock;

    ForgetVerifications(
            VerificationRepository verifications, EraseVerification erase, VerificationConfig config, Clock clock) {
        this.verifications = verifications;
        this.erase = erase;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "10m",
            delayed = "1m",
            identity = "forget-verifications",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetDue() {
        return Multi.createBy()
                .repeating()
                .uni(() -> Panache.withTransaction(this::batch))
                .until(forgotten -> forgotten < BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> batch() {
        Instant now = clock.instant();
        return verifications
                .lockConcluded(now.minus(config.keepUnproven()), now.minus(config.keepProven()), BATCH)
                .call(over -> Multi.createFrom()
                        .iterable(over)
                        .onItem()
                        .transformToUniAndConcatenate(erase::erase)
                        .collect()
                        .last())
                .map(List::size);
    }
}
