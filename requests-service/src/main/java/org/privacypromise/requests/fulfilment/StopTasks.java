package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.frame.InTurn;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.decision.StopFulfilment;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.safekeeping.Safekeeping;

/**
 * Ends the systems' work on a request that is refused meanwhile: what they have handed over is thrown away, and what they
 * still say is not wanted. Once one of them may have changed something, it is too late.
 */
@ApplicationScoped
class StopTasks implements StopFulfilment {

    static final ProblemType TOO_LATE =
            new ProblemType("fulfilment-under-way", 409, "Systems have begun what cannot be undone");

    private final FulfilmentRepository fulfilments;
    private final TaskRepository tasks;
    private final Safekeeping safekeeping;
    private final Clock clock;

    StopTasks(FulfilmentRepository fulfilments, TaskRepository tasks, Safekeeping safekeeping, Clock clock) {
        this.fulfilments = fulfilments;
        this.tasks = tasks;
        this.safekeeping = safekeeping;
        this.clock = clock;
    }

    @Override
    public Uni<Void> stop(Request request) {
        return fulfilments
                .lock(request.id())
                .chain(fulfilment -> fulfilment == null
                        ? Uni.createFrom().voidItem()
                        : tasks.ofRequest(request.id()).chain(all -> stop(fulfilment, all)));
    }

    private Uni<Void> stop(Fulfilment fulfilment, List<Task> all) {
        if (all.stream().anyMatch(task -> task.operation() != Operation.ACCESS && task.version() > 0)) {
            throw new ProblemException(
                    TOO_LATE, "Let it come to its end. What must not happen at one system can be closed there.");
        }
        fulfilment.complete(clock.instant());
        fulfilment.answered(clock.instant());
        all.forEach(Task::stop);
        return InTurn.each(all.stream().filter(task -> task.upload() != null).toList(), task -> {
            UUID upload = Objects.requireNonNull(task.upload());
            task.forgetUpload();
            return safekeeping.discard(upload);
        });
    }
}
