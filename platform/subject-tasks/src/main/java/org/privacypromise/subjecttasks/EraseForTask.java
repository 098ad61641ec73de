package org.privacypromise.subjecttasks;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.privacypromise.events.SubjectTask;

/** Erases because a task says so; the erasure and the word that it happened are one transaction. */
@ApplicationScoped
class EraseForTask {

    private final SubjectData data;
    private final ReceivedTaskRepository tasks;
    private final EraseSubject eraseSubject;
    private final ConcludeTask concludeTask;

    EraseForTask(SubjectData data, ReceivedTaskRepository tasks, EraseSubject eraseSubject, ConcludeTask concludeTask) {
        this.data = data;
        this.tasks = tasks;
        this.eraseSubject = eraseSubject;
        this.concludeTask = concludeTask;
    }

    Uni<Void> erase(SubjectTask task) {
        Subject subject = new Subject(task.customerIds(), task.contactRefs());
        return Stay.here(() -> data.beforeErasure(subject))
                .chain(() -> Panache.withTransaction(() -> tasks.lockAwaiting(task)
                        .chain(awaiting -> awaiting.map(row -> erase(row, task, subject))
                                .orElseGet(() -> Uni.createFrom().voidItem()))));
    }

    private Uni<Void> erase(ReceivedTask row, SubjectTask task, Subject subject) {
        return eraseSubject.erase(subject, task.keep()).chain(erasure -> concludeTask.erased(row, task, erasure));
    }
}
