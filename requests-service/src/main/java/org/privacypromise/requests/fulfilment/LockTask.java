package org.privacypromise.requests.fulfilment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.BiFunction;

/** Lets somebody change a task: in a transaction, and with the lock of all tasks of its request. */
@ApplicationScoped
class LockTask {

    private final TaskRepository tasks;
    private final FulfilmentRepository fulfilments;

    LockTask(TaskRepository tasks, FulfilmentRepository fulfilments) {
        this.tasks = tasks;
        this.fulfilments = fulfilments;
    }

    /** Fails with a problem if there is no such task. */
    Uni<TaskView> then(UUID id, BiFunction<Fulfilment, Task, Uni<Void>> change) {
        return Panache.withSession(() -> tasks.requestOf(id))
                .onItem()
                .ifNull()
                .failWith(HandWorkRefused::notFound)
                .chain(request -> Panache.withTransaction(() -> fulfilments
                        .lock(request)
                        .chain(fulfilment -> tasks.findById(id)
                                .chain(task ->
                                        change.apply(fulfilment, task).replaceWith(() -> TaskView.from(task))))));
    }
}
