package org.privacypromise.subjecttasks;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.privacypromise.events.SubjectTask;

/** Does what is asked, and tries for as long as it takes: a task is answered, or requests-service has closed it. */
@ApplicationScoped
class AnswerTasks {

    private static final Logger LOG = Logger.getLogger(AnswerTasks.class);
    private static final int BATCH = 10;

    private final ReceivedTaskRepository tasks;
    private final HandOverData handOverData;
    private final EraseForTask eraseForTask;
    private final ProbeForTask probeForTask;
    private final RestrictForTask restrictForTask;
    private final Clock clock;

    AnswerTasks(
            ReceivedTaskRepository tasks,
            HandOverData handOverData,
            EraseForTask eraseForTask,
            ProbeForTask probeForTask,
            RestrictForTask restrictForTask,
            Clock clock) {
        this.tasks = tasks;
        this.handOverData = handOverData;
        this.eraseForTask = eraseForTask;
        this.probeForTask = probeForTask;
        this.restrictForTask = restrictForTask;
        this.clock = clock;
    }

    @Scheduled(
            every = "1s",
            identity = "answer-subject-tasks",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> answerDue() {
        return claim().chain(due -> InTurn.each(due, this::attempt));
    }

    private Uni<List<SubjectTask>> claim() {
        Instant now = clock.instant();
        return Panache.withTransaction(() -> tasks.due(now, BATCH)
                .invoke(due -> due.forEach(task -> task.claim(now)))
                .map(due -> due.stream().map(ReceivedTask::task).toList()));
    }

    private Uni<Void> attempt(SubjectTask task) {
        return Stay.here(() -> switch (task.operation()) {
                    case ACCESS -> handOverData.handOver(task);
                    case ERASURE -> eraseForTask.erase(task);
                    case PROBE -> probeForTask.probe(task);
                    case RESTRICTION -> restrictForTask.restrict(task, true);
                    case RESTRICTION_LIFTING -> restrictForTask.restrict(task, false);
                    // was refused on arrival
                    case RELEASE, RECTIFICATION, UNKNOWN -> Uni.createFrom().voidItem();
                })
                .onFailure()
                .recoverWithUni(fault -> {
                    LOG.warnf(
                            "Task %s (%s) is not done yet (%s): will be tried again",
                            task.taskId(), task.operation(), PlainFault.of(fault));
                    return noteFailure(task);
                });
    }

    private Uni<Void> noteFailure(SubjectTask task) {
        return Panache.withTransaction(() -> tasks.lockAwaiting(task)
                        .invoke(awaiting -> awaiting.ifPresent(row -> row.failed(clock.instant()))))
                .replaceWithVoid();
    }
}
