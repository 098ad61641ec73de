package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.requests.lifecycle.Request;

/** Gives a task to its system, or to the people who do it by hand. In the caller's transaction. */
@ApplicationScoped
class IssueTask {

    private static final Duration TARGET_OF_THE_UNREGISTERED = Duration.ofHours(72);

    private final PublishTask publish;
    private final PurposeRegister register;
    private final TasksConfig config;
    private final Clock clock;

    IssueTask(PublishTask publish, PurposeRegister register, TasksConfig config, Clock clock) {
        this.publish = publish;
        this.register = register;
        this.config = config;
        this.clock = clock;
    }

    /** For the first time or anew. */
    Uni<Void> issue(Request request, Fulfilment fulfilment, Task task) {
        Instant now = clock.instant();
        task.issue(now, nextLook(task, now));
        return task.isByHand() ? Uni.createFrom().voidItem() : publish.issued(request, fulfilment, task);
    }

    /** Says the same again to a system that keeps silent. Once its time is over, a person has to look, too. */
    Uni<Void> remind(Request request, Fulfilment fulfilment, Task task) {
        Instant now = clock.instant();
        if (!now.isBefore(Objects.requireNonNull(task.issuedAt()).plus(target(task)))) {
            task.escalate();
        }
        task.lookAgain(nextLook(task, now));
        return task.isByHand() ? Uni.createFrom().voidItem() : publish.issued(request, fulfilment, task);
    }

    private Instant nextLook(Task task, Instant now) {
        Instant reminder = now.plus(config.remindAfter());
        Instant target = Objects.requireNonNull(task.issuedAt()).plus(target(task));
        return now.isBefore(target) && target.isBefore(reminder) ? target : reminder;
    }

    private Duration target(Task task) {
        return register.system(task.system)
                .map(system -> system.targetTime(Plan.operationOfRegister(task.operation())))
                .orElse(TARGET_OF_THE_UNREGISTERED);
    }
}
