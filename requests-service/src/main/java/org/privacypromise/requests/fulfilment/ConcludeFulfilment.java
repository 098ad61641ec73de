package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.privacypromise.events.EventKey;
import org.privacypromise.events.SubjectErased;
import org.privacypromise.frame.InTurn;
import org.privacypromise.requests.lifecycle.AdvanceRequest;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent;
import org.privacypromise.requests.notice.NoticeKind;
import org.privacypromise.requests.notice.Notices;

/**
 * Ends the work of the systems. It is never called done while something is not: a task that was given up or that a legal
 * hold forbids makes it an answer in part. In the caller's transaction, which holds the lock of the fulfilment.
 */
@ApplicationScoped
class ConcludeFulfilment {

    private final RequestRepository requests;
    private final AdvanceRequest lifecycle;
    private final PublishTask publish;
    private final NoteKept kept;
    private final Notices notices;
    private final Clock clock;

    ConcludeFulfilment(
            RequestRepository requests,
            AdvanceRequest lifecycle,
            PublishTask publish,
            NoteKept kept,
            Notices notices,
            Clock clock) {
        this.requests = requests;
        this.lifecycle = lifecycle;
        this.publish = publish;
        this.kept = kept;
        this.notices = notices;
        this.clock = clock;
    }

    Uni<Void> conclude(Fulfilment fulfilment, List<Task> all) {
        return switch (fulfilment.right()) {
            // The package comes next, and is the answer.
            case ACCESS, PORTABILITY -> {
                fulfilment.complete(clock.instant());
                yield Uni.createFrom().voidItem();
            }
            case ERASURE -> isHeld(all) ? suspend(fulfilment, all) : erased(fulfilment, all);
            default -> {
                fulfilment.complete(clock.instant());
                fulfilment.answered(clock.instant());
                yield requests.lock(fulfilment.requestId)
                        .chain(request -> notices.append(request, NoticeKind.GRANTED, Map.of()))
                        .chain(() -> answer(fulfilment.requestId, all));
            }
        };
    }

    private Uni<Void> suspend(Fulfilment fulfilment, List<Task> all) {
        fulfilment.suspend();
        return kept.note(fulfilment, whose(fulfilment), all)
                .chain(() -> lifecycle.advance(fulfilment.requestId, new LifecycleEvent.PartlyAnswered()))
                .replaceWithVoid();
    }

    private Uni<Void> erased(Fulfilment fulfilment, List<Task> all) {
        Whose whose = whose(fulfilment);
        fulfilment.complete(clock.instant());
        fulfilment.answered(clock.instant());
        return kept.note(fulfilment, whose, all)
                .chain(() -> InTurn.each(
                        whose.customerIds(),
                        id -> publish.erased(EventKey.ofCustomer(id), SubjectErased.Scope.CUSTOMER)))
                .chain(() -> InTurn.each(
                        whose.contactRefs(),
                        ref -> publish.erased(EventKey.ofContactPoint(ref), SubjectErased.Scope.CONTACT_POINT)))
                .chain(() -> answer(fulfilment.requestId, all));
    }

    private Uni<Void> answer(UUID request, List<Task> all) {
        return lifecycle.advance(request, event(all)).replaceWithVoid();
    }

    /** What an answer made of these tasks is, by the lifecycle's words. */
    static LifecycleEvent event(List<Task> all) {
        return all.stream().anyMatch(task -> task.state() == TaskState.GIVEN_UP)
                ? new LifecycleEvent.PartlyAnswered()
                : new LifecycleEvent.Answered();
    }

    private static boolean isHeld(List<Task> all) {
        return all.stream().anyMatch(task -> task.state() == TaskState.HELD);
    }

    private static Whose whose(Fulfilment fulfilment) {
        return new Whose(fulfilment.customerIds(), fulfilment.contactRefs());
    }
}
