package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.outbox.PoisonEventException;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.requests.clock.law.Right;

/**
 * Takes a system's word that its part is done, or that a person has to look. What cannot be true is poison and waits for
 * a person; what was heard before changes nothing.
 */
@ApplicationScoped
class AnswerTask {

    private final FulfilmentRepository fulfilments;
    private final TaskRepository tasks;
    private final ProceedWithRequest proceed;
    private final PurposeRegister register;
    private final Clock clock;

    AnswerTask(
            FulfilmentRepository fulfilments,
            TaskRepository tasks,
            ProceedWithRequest proceed,
            PurposeRegister register,
            Clock clock) {
        this.fulfilments = fulfilments;
        this.tasks = tasks;
        this.proceed = proceed;
        this.register = register;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    Uni<Void> answer(String system, TaskAnswered said) {
        if (said.outcome() == TaskAnswered.Outcome.UNKNOWN) {
            throw new PoisonEventException("its outcome is none that is known here");
        }
        UUID requestId = id(said.requestId(), "it answers a task of a request that is not known here");
        UUID taskId = id(said.taskId(), "it answers a task that is not known here");
        return fulfilments
                .lock(requestId)
                .chain(fulfilment -> tasks.findById(taskId)
                        .invoke(task -> requireOwn(system, requestId, task))
                        .chain(task -> take(fulfilment, task, said)));
    }

    private Uni<Void> take(@Nullable Fulfilment fulfilment, Task task, TaskAnswered said) {
        if (fulfilment == null) {
            throw new PoisonEventException("it answers a task of a request that is not known here");
        }
        boolean news;
        if (fulfilment.right() == Right.ACCESS) {
            news = task.answerAccess(said, clock.instant());
        } else {
            requireAllowed(task.system, said.kept());
            news = task.answerErasure(said, clock.instant());
        }
        return news && task.isAnswered()
                ? proceed.proceed(fulfilment)
                : Uni.createFrom().voidItem();
    }

    private static void requireOwn(String system, UUID requestId, @Nullable Task task) {
        if (task == null) {
            throw new PoisonEventException("it answers a task that is not known here");
        }
        if (!task.system.equals(system)) {
            throw new PoisonEventException("it answers a task that is not a task of this system");
        }
        if (!task.requestId.equals(requestId)) {
            throw new PoisonEventException("it answers a task of another request than it says");
        }
    }

    // Or any system could decide for itself what is not erased.
    private void requireAllowed(String system, List<TaskAnswered.Kept> kept) {
        List<SubjectTask.Exemption> allowed = Plan.keeps(register, system);
        if (!kept.stream()
                .map(one -> new SubjectTask.Exemption(one.category(), one.retention()))
                .allMatch(allowed::contains)) {
            throw new PoisonEventException("it keeps something that the purpose register does not let it keep");
        }
    }

    private static UUID id(String text, String otherwise) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new PoisonEventException(otherwise);
        }
    }
}
