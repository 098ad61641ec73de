package org.privacypromise.requests.fulfilment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.safekeeping.Safekeeping;

/** Asks a system once more that has failed or keeps silent, after somebody has looked; the request is still open. */
@ApplicationScoped
class ReissueTask {

    static final ProblemType NOT_FAILED = new ProblemType("task-not-failed", 409, "This task has not failed");

    private static final Logger LOG = Logger.getLogger(ReissueTask.class);

    private final FulfilmentRepository fulfilments;
    private final TaskRepository tasks;
    private final ProceedWithRequest proceed;
    private final Safekeeping safekeeping;

    ReissueTask(
            FulfilmentRepository fulfilments,
            TaskRepository tasks,
            ProceedWithRequest proceed,
            Safekeeping safekeeping) {
        this.fulfilments = fulfilments;
        this.tasks = tasks;
        this.proceed = proceed;
        this.safekeeping = safekeeping;
    }

    Uni<List<TaskView>> tasks(TaskState state) {
        return Panache.withSession(() -> tasks.in(state))
                .map(all -> all.stream().map(TaskView::from).toList());
    }

    Uni<TaskView> reissue(UUID id) {
        return Panache.withSession(() -> tasks.requestOf(id))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(ProblemType.NOT_FOUND, "Check the address and the ID in it."))
                .chain(request -> Panache.withTransaction(() -> reissue(request, id)));
    }

    private Uni<TaskView> reissue(UUID request, UUID id) {
        return fulfilments
                .lock(request)
                .chain(fulfilment -> tasks.findById(id)
                        .invoke(task -> requireOpen(fulfilment, task))
                        .chain(task -> switch (task.state()) {
                            case FAILED, ESCALATED, GIVEN_UP ->
                                forgetUpload(task)
                                        .chain(() -> proceed.issueAgain(fulfilment, task))
                                        .invoke(() -> LOG.infof("Task %s of %s is issued again", id, task.system))
                                        .replaceWith(() -> TaskView.from(task));
                            case ISSUED -> Uni.createFrom().item(TaskView.from(task));
                            case PLANNED, ANSWERED, HELD ->
                                throw new ProblemException(
                                        NOT_FAILED,
                                        "Only a task that its system could not do, or not yet, is issued again.");
                        }));
    }

    private static void requireOpen(Fulfilment fulfilment, Task task) {
        if (fulfilment.isComplete() && task.operation() != Operation.RELEASE) {
            throw new ProblemException(NOT_FAILED, "The request is answered: nothing can be done for it any more.");
        }
    }

    // What it handed over then may not be all that it holds.
    private Uni<Void> forgetUpload(Task task) {
        UUID upload = task.upload();
        if (upload == null) {
            return Uni.createFrom().voidItem();
        }
        task.forgetUpload();
        return safekeeping.discard(upload);
    }
}
