package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.outbox.PoisonEventException;
import org.privacypromise.register.PurposeRegister;

/**
 * Takes a system's word that its part is done, or that a person has to look. What cannot be true is poison and waits for
 * a person; what was heard before changes nothing.
 */
@ApplicationScoped
class AnswerTask {

    private final FulfilmentRepository fulfilments;
    private final TaskRepository tasks;
    private final ProceedWithRequest proceed;
    private final EraseAgain eraseAgain;
    private final TakeRelease release;
    private final PurposeRegister register;
    private final TasksConfig config;
    private final Clock clock;

    AnswerTask(
            FulfilmentRepository fulfilments,
            TaskRepository tasks,
            ProceedWithRequest proceed,
            EraseAgain eraseAgain,
            TakeRelease release,
            PurposeRegister register,
            TasksConfig config,
            Clock clock) {
        this.fulfilments = fulfilments;
        this.tasks = tasks;
        this.proceed = proceed;
        this.eraseAgain = eraseAgain;
        this.release = release;
        this.register = register;
        this.config = config;
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
                        .chain(task -> {
                            // It was taken out of the system's hands; whatever it says about that now is late.
                            return task.isByHand() ? Uni.createFrom().voidItem() : take(fulfilment, task, said);
                        }));
    }

    /**
     * In the caller's transaction, which holds the lock of the fulfilment.
     *
     * @throws PoisonEventException if it cannot be true
     */
    Uni<Void> take(@Nullable Fulfilment fulfilment, Task task, TaskAnswered said) {
        if (fulfilment == null) {
            throw new PoisonEventException("it answers a task of a request that is not known here");
        }
        requireAllowed(task.system, said.kept());
        boolean news = task.operation() == Operation.ACCESS
                ? task.answerAccess(said, clock.instant())
                : task.answer(said, clock.instant());
        if (!news) {
            return Uni.createFrom().voidItem();
        }
        if (!task.isAnswered()) {
            tryAgainLater(task);
            return proceed.proceed(fulfilment);
        }
        return switch (task.operation()) {
            case RELEASE -> release.take(fulfilment, task, said);
            case PROBE ->
                said.outcome() == TaskAnswered.Outcome.DONE
                        ? eraseAgain.erase(fulfilment, task).chain(() -> proceed.proceed(fulfilment))
                        : proceed.proceed(fulfilment);
            default -> proceed.proceed(fulfilment);
        };
    }

    private void tryAgainLater(Task task) {
        int tried = task.nextTry();
        if (!task.isByHand() && tried <= config.retries()) {
            task.lookAgain(clock.instant().plus(config.retryAfter().multipliedBy(1L << (tried - 1))));
        }
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
