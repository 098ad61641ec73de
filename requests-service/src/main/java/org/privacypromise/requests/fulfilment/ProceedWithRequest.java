package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.privacypromise.events.EventKey;
import org.privacypromise.events.SubjectErased;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.AdvanceRequest;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent;
import org.privacypromise.requests.notice.NoticeKind;
import org.privacypromise.requests.notice.NoticeState;
import org.privacypromise.requests.notice.Notices;

/**
 * Takes a request as far as its tasks' answers allow: into the next stage, to the report, to its end. It looks at what
 * is recorded and at nothing else, so that it may be asked any time and again. The caller's transaction holds the lock of
 * the fulfilment.
 */
@ApplicationScoped
class ProceedWithRequest {

    private final RequestRepository requests;
    private final TaskRepository tasks;
    private final AdvanceRequest lifecycle;
    private final PublishTask publish;
    private final Notices notices;
    private final ErasureReports reports;
    private final Clock clock;

    ProceedWithRequest(
            RequestRepository requests,
            TaskRepository tasks,
            AdvanceRequest lifecycle,
            PublishTask publish,
            Notices notices,
            ErasureReports reports,
            Clock clock) {
        this.requests = requests;
        this.tasks = tasks;
        this.lifecycle = lifecycle;
        this.publish = publish;
        this.notices = notices;
        this.reports = reports;
        this.clock = clock;
    }

    Uni<Void> proceed(Fulfilment fulfilment) {
        if (fulfilment.isComplete()) {
            return Uni.createFrom().voidItem();
        }
        return tasks.ofRequest(fulfilment.requestId)
                .chain(all -> isReported(fulfilment).chain(reported -> {
                    int next = Plan.next(
                            fulfilment.right(),
                            all.stream().filter(task -> !task.isAnswered()).map(task -> task.stage),
                            reported);
                    return next == fulfilment.stage() ? Uni.createFrom().voidItem() : enter(fulfilment, all, next);
                }));
    }

    // A report that can never be delivered holds up nobody's erasure: it can be read in the request itself.
    private Uni<Boolean> isReported(Fulfilment fulfilment) {
        return notices.stateOf(fulfilment.requestId, NoticeKind.ERASURE_REPORT)
                .map(state -> state.isPresent() && !state.equals(Optional.of(NoticeState.QUEUED)));
    }

    private Uni<Void> enter(Fulfilment fulfilment, List<Task> all, int next) {
        if (next == Plan.DONE) {
            return complete(fulfilment);
        }
        fulfilment.enter(next, clock.instant());
        return requests.lock(fulfilment.requestId)
                .chain(request -> next == Plan.REPORT
                        ? notices.append(request, NoticeKind.ERASURE_REPORT, Map.of("text", reports.mail(all)))
                        : eachInTurn(
                                all.stream().filter(task -> task.stage == next).toList(), task -> {
                                    task.issue(clock.instant());
                                    return publish.issued(request, fulfilment, task);
                                }));
    }

    /** For access the package comes next; an erasure has its answer. */
    private Uni<Void> complete(Fulfilment fulfilment) {
        List<String> customers = fulfilment.customerIds();
        List<String> contactRefs = fulfilment.contactRefs();
        fulfilment.complete(clock.instant());
        if (fulfilment.right() == Right.ACCESS) {
            return Uni.createFrom().voidItem();
        }
        fulfilment.answered(clock.instant());
        return eachInTurn(customers, id -> publish.erased(EventKey.ofCustomer(id), SubjectErased.Scope.CUSTOMER))
                .chain(() -> eachInTurn(
                        contactRefs,
                        ref -> publish.erased(EventKey.ofContactPoint(ref), SubjectErased.Scope.CONTACT_POINT)))
                .chain(() -> lifecycle.advance(fulfilment.requestId, new LifecycleEvent.Answered()))
                .replaceWithVoid();
    }

    /** Puts a task into the system's hands once more, after somebody has looked. */
    Uni<Void> issueAgain(Fulfilment fulfilment, Task task) {
        return requests.lock(fulfilment.requestId).chain(request -> {
            task.issue(clock.instant());
            return publish.issued(request, fulfilment, task);
        });
    }

    // One after the other: a session is never used concurrently.
    private static <T> Uni<Void> eachInTurn(List<T> all, Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
