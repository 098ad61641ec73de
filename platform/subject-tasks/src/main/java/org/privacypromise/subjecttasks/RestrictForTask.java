package org.privacypromise.subjecttasks;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.privacypromise.events.SubjectTask;

/**
 * Stops the use of somebody's data, or lets it go on, because a task says so; that and the word that it is in force are one
 * transaction.
 */
@ApplicationScoped
class RestrictForTask {

    private final SubjectData data;
    private final ReceivedTaskRepository tasks;
    private final ConcludeTask concludeTask;

    RestrictForTask(SubjectData data, ReceivedTaskRepository tasks, ConcludeTask concludeTask) {
        this.data = data;
        this.tasks = tasks;
        this.concludeTask = concludeTask;
    }

    Uni<Void> restrict(SubjectTask task, boolean restricted) {
        Subject subject = new Subject(task.customerIds(), task.contactRefs());
        return Panache.withTransaction(() -> tasks.lockAwaiting(task)
                .chain(awaiting -> awaiting.map(
                                row -> data.restrict(subject, restricted).chain(() -> concludeTask.done(row, task)))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }
}
