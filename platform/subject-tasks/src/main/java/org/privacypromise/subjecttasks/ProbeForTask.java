package org.privacypromise.subjecttasks;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.privacypromise.events.SubjectTask;

/** Looks whether an erasure has left anything, or whether something came meanwhile, and says so; nothing is changed. */
@ApplicationScoped
class ProbeForTask {

    private final SubjectData data;
    private final ReceivedTaskRepository tasks;
    private final ConcludeTask concludeTask;

    ProbeForTask(SubjectData data, ReceivedTaskRepository tasks, ConcludeTask concludeTask) {
        this.data = data;
        this.tasks = tasks;
        this.concludeTask = concludeTask;
    }

    Uni<Void> probe(SubjectTask task) {
        Subject subject = new Subject(task.customerIds(), task.contactRefs());
        return Panache.withTransaction(() -> tasks.lockAwaiting(task)
                .chain(awaiting -> awaiting.map(
                                row -> data.leftovers(subject).chain(found -> concludeTask.probed(row, task, found)))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }
}
