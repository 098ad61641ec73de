package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.frame.InTurn;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisteredSystem;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent;
import org.privacypromise.requests.safekeeping.Safekeeping;

/** What the systems have handed over, for whoever makes the answer of it. Everything in the caller's transaction. */
@ApplicationScoped
public class AccessAnswers {

    private final FulfilmentRepository fulfilments;
    private final TaskRepository tasks;
    private final Safekeeping safekeeping;
    private final PurposeRegister register;
    private final Clock clock;

    AccessAnswers(
            FulfilmentRepository fulfilments,
            TaskRepository tasks,
            Safekeeping safekeeping,
            PurposeRegister register,
            Clock clock) {
        this.fulfilments = fulfilments;
        this.tasks = tasks;
        this.safekeeping = safekeeping;
        this.register = register;
        this.clock = clock;
    }

    /**
     * Takes a request whose every system has answered and nobody is at work on; for that time nobody else gets it.
     *
     * @return null if there is none
     */
    public Uni<@Nullable UUID> claim(Duration time) {
        return fulfilments.claimAnswered(clock.instant(), clock.instant().plus(time));
    }

    /** The same, for longer. */
    public Uni<Void> extendClaim(UUID requestId, Duration time) {
        return fulfilments.extendClaim(requestId, clock.instant().plus(time));
    }

    /** What each system has said, in the register's order. */
    public Uni<List<SystemAnswer>> of(UUID requestId) {
        List<String> order =
                register.systems().stream().map(RegisteredSystem::key).toList();
        return tasks.ofRequest(requestId)
                .map(all -> all.stream()
                        .sorted(Comparator.comparingInt(task -> order.indexOf(task.system)))
                        .map(AccessAnswers::answer)
                        .toList());
    }

    /**
     * Ends it, once: the answer is made, and what it was made of is thrown away.
     *
     * @return false if somebody else was faster
     */
    public Uni<Boolean> conclude(UUID requestId) {
        return fulfilments.lock(requestId).chain(fulfilment -> {
            Fulfilment found = Objects.requireNonNull(fulfilment);
            if (found.isAnswered()) {
                return Uni.createFrom().item(false);
            }
            found.answered(clock.instant());
            return discardUploads(requestId).replaceWith(true);
        });
    }

    private Uni<Void> discardUploads(UUID requestId) {
        return tasks.ofRequest(requestId)
                .chain(all -> InTurn.each(
                        all.stream().filter(task -> task.upload() != null).toList(), task -> {
                            UUID upload = Objects.requireNonNull(task.upload());
                            task.forgetUpload();
                            return safekeeping.discard(upload);
                        }));
    }

    private static SystemAnswer answer(Task task) {
        TaskAnswered said = task.answer();
        boolean handedOver = said != null && said.outcome() == TaskAnswered.Outcome.DONE;
        return new SystemAnswer(
                task.system,
                task.issuedAt(),
                task.answeredAt(),
                said == null ? TaskAnswered.Outcome.FAILED : said.outcome(),
                task.givenUp(),
                handedOver ? task.upload() : null,
                handedOver ? task.uploadSha256() : null,
                handedOver ? task.uploadBytes() : 0);
    }

    /** What the answer is, by the lifecycle's words: all of it, or a part. In the caller's transaction. */
    public Uni<LifecycleEvent> eventOf(UUID requestId) {
        return tasks.ofRequest(requestId).map(ConcludeFulfilment::event);
    }
}
