package org.privacypromise.subjecttasks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.privacypromise.events.SubjectTask;

/** Writes down what is to be done. A newer version takes an older one's place; a repeated one changes nothing. */
@ApplicationScoped
class TakeTask {

    private static final Set<SubjectTask.Operation> KNOWN = EnumSet.of(
            SubjectTask.Operation.ACCESS,
            SubjectTask.Operation.ERASURE,
            SubjectTask.Operation.PROBE,
            SubjectTask.Operation.RESTRICTION,
            SubjectTask.Operation.RESTRICTION_LIFTING);

    private final ReceivedTaskRepository tasks;
    private final ConcludeTask concludeTask;
    private final Clock clock;

    TakeTask(ReceivedTaskRepository tasks, ConcludeTask concludeTask, Clock clock) {
        this.tasks = tasks;
        this.concludeTask = concludeTask;
        this.clock = clock;
    }

    Uni<Void> take(SubjectTask task, byte[] payload) {
        Instant now = clock.instant();
        return tasks.lock(task.taskId()).chain(known -> {
            if (known == null) {
                return tasks.persist(new ReceivedTask(task, payload, now)).chain(taken -> refuseUnknown(taken, task));
            }
            if (!known.isOlderThan(task)) {
                return Uni.createFrom().voidItem();
            }
            known.replace(task, payload, now);
            return refuseUnknown(known, task);
        });
    }

    private Uni<Void> refuseUnknown(ReceivedTask taken, SubjectTask task) {
        return KNOWN.contains(task.operation())
                ? Uni.createFrom().voidItem()
                : concludeTask.refuse(taken, task, "unknown-operation");
    }
}
