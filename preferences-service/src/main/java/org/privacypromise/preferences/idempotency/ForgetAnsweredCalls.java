package org.privacypromise.preferences.idempotency;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;

/** Forgets what calls were answered: when their keys are over, or with the person they were about. */
@ApplicationScoped
public class ForgetAnsweredCalls {

    private final AnsweredCallRepository answered;
    private final Clock clock;

    ForgetAnsweredCalls(AnsweredCallRepository answered, Clock clock) {
        this.answered = answered;
        this.clock = clock;
    }

    @Scheduled(
            every = "10m",
            delayed = "1m",
            identity = "forget-answered-calls",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return Panache.withTransaction(
                        () -> answered.deleteBefore(clock.instant().minus(OncePerKey.GOOD_FOR)))
                .replaceWithVoid();
    }

    /** In the caller's transaction, all about these subjects. */
    public Uni<Integer> about(Collection<String> subjects) {
        return answered.deleteAbout(subjects);
    }
}
