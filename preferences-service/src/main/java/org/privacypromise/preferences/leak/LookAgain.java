package org.privacypromise.preferences.leak;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Looks again at messages about which it was not clear whether they should have been sent. */
@ApplicationScoped
class LookAgain {

    private static final int BATCH = 100;

    private final DoubtfulSendRepository doubtful;
    private final DetectLeak detectLeak;
    private final Clock clock;

    LookAgain(DoubtfulSendRepository doubtful, DetectLeak detectLeak, Clock clock) {
        this.doubtful = doubtful;
        this.detectLeak = detectLeak;
        this.clock = clock;
    }

    @Scheduled(
            every = "5s",
            identity = "look-again-at-messages",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return Multi.createBy()
                .repeating()
                .uni(this::nextBatch)
                .until(taken -> taken < BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> nextBatch() {
        return Panache.withTransaction(() -> doubtful.take(clock.instant(), BATCH)
                .call(messages -> Multi.createFrom()
                        .iterable(messages)
                        .onItem()
                        .transformToUniAndConcatenate(detectLeak::in)
                        .collect()
                        .last())
                .map(List::size));
    }
}
