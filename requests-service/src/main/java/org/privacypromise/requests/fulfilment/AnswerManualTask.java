package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.outbox.PoisonEventException;
import org.privacypromise.register.ByHand;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisteredSystem;
import org.privacypromise.requests.security.FourEyes;

/**
 * Takes a person's word that they have done a task by hand. Where the register asks for four eyes it counts once a second
 * person, never the same, has confirmed it.
 */
@ApplicationScoped
public class AnswerManualTask {

    private final LockTask lock;
    private final AnswerTask answer;
    private final PurposeRegister register;
    private final Clock clock;

    AnswerManualTask(LockTask lock, AnswerTask answer, PurposeRegister register, Clock clock) {
        this.lock = lock;
        this.answer = answer;
        this.register = register;
        this.clock = clock;
    }

    /**
     * What was done. Saying it again before it is confirmed takes the place of what was said before.
     *
     * @param staff who has done it, by the subject of their token
     */
    Uni<TaskView> answer(UUID id, Done done, String staff) {
        return lock.then(id, (fulfilment, task) -> {
            requireWithPeople(task);
            TaskAnswered said = said(task, done);
            if (needsFourEyes(task)) {
                task.propose(said, staff);
                return Uni.createFrom().voidItem();
            }
            task.confirmed(staff);
            return take(fulfilment, task, said);
        });
    }

    /** A second person has looked at it and finds it right. */
    Uni<TaskView> confirm(UUID id, String staff) {
        return lock.then(id, (fulfilment, task) -> {
            requireWithPeople(task);
            TaskAnswered proposal = task.proposal();
            if (proposal == null) {
                throw HandWorkRefused.nothingToConfirm();
            }
            FourEyes.requireAnother(task.proposedBy(), staff);
            task.confirmed(staff);
            return take(fulfilment, task, proposal);
        });
    }

    private static void requireWithPeople(Task task) {
        if (!task.isByHand() || !(task.isWithSystem() || task.state() == TaskState.FAILED)) {
            throw HandWorkRefused.notWithYou();
        }
    }

    private boolean needsFourEyes(Task task) {
        return register.system(task.system)
                .map(RegisteredSystem::byHand)
                .filter(ByHand::fourEyes)
                .isPresent();
    }

    private Uni<Void> take(Fulfilment fulfilment, Task task, TaskAnswered said) {
        try {
            return answer.take(fulfilment, task, said);
        } catch (PoisonEventException e) {
            throw HandWorkRefused.notTrue(String.valueOf(e.getMessage()));
        }
    }

    private TaskAnswered said(Task task, Done done) {
        try {
            return new TaskAnswered(
                    task.id.toString(),
                    task.requestId.toString(),
                    task.version(),
                    done.outcome(),
                    done.outcome() == TaskAnswered.Outcome.DONE ? task.uploadSha256() : null,
                    done.keptByRule(),
                    List.of(),
                    done.reason(),
                    clock.instant(),
                    done.found(),
                    done.told());
        } catch (IllegalArgumentException e) {
            throw HandWorkRefused.notTrue(String.valueOf(e.getMessage()));
        }
    }
}
