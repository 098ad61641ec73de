package org.privacypromise.subjecttasks;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets tasks that are done once no topic can deliver them again, as the inbox forgets its events. */
@ApplicationScoped
class ForgetTasks {

    private static final Duration REMEMBERED = Duration.ofDays(37);

    private final ReceivedTaskRepository tasks;
    private final Clock clock;

    ForgetTasks(ReceivedTaskRepository tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            identity = "forget-subject-tasks",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return Panache.withTransaction(
                        () -> tasks.forgetConcludedBefore(clock.instant().minus(REMEMBERED)))
                .replaceWithVoid();
    }
}
