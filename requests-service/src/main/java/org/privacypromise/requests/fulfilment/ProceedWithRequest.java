package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.frame.InTurn;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.hold.Held;
import org.privacypromise.requests.hold.LegalHolds;
import org.privacypromise.requests.lifecycle.RequestRepository;
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
    private final IssueTask issue;
    private final ConcludeFulfilment conclude;
    private final LegalHolds holds;
    private final Notices notices;
    private final ErasureReports reports;
    private final PurposeRegister register;
    private final Clock clock;

    ProceedWithRequest(
            RequestRepository requests,
            TaskRepository tasks,
            IssueTask issue,
            ConcludeFulfilment conclude,
            LegalHolds holds,
            Notices notices,
            ErasureReports reports,
            PurposeRegister register,
            Clock clock) {
        this.requests = requests;
        this.tasks = tasks;
        this.issue = issue;
        this.conclude = conclude;
        this.holds = holds;
        this.notices = notices;
        this.reports = reports;
        this.register = register;
        this.clock = clock;
    }

    Uni<Void> proceed(Fulfilment fulfilment) {
        if (fulfilment.isComplete()) {
            return Uni.createFrom().voidItem();
        }
        return tasks.ofRequest(fulfilment.requestId)
                .chain(all -> isReported(fulfilment).chain(reported -> {
                    int next = Course.next(all, fulfilment.right() == Right.ERASURE, reported);
                    return next == fulfilment.stage()
                                    && Course.toBegin(all, next).isEmpty()
                            ? Uni.createFrom().voidItem()
                            : enter(fulfilment, all, next);
                }));
    }

    // A report that can never be delivered holds up nobody's erasure: it can be read in the request itself.
    private Uni<Boolean> isReported(Fulfilment fulfilment) {
        return notices.stateOf(fulfilment.requestId, NoticeKind.ERASURE_REPORT)
                .map(state -> state.isPresent() && !state.equals(Optional.of(NoticeState.QUEUED)));
    }

    private Uni<Void> enter(Fulfilment fulfilment, List<Task> all, int next) {
        if (next == Course.DONE) {
            return conclude.conclude(fulfilment, all);
        }
        fulfilment.enter(next, clock.instant());
        return next == Plan.REPORT
                ? requests.lock(fulfilment.requestId)
                        .chain(request ->
                                notices.append(request, NoticeKind.ERASURE_REPORT, Map.of("text", reports.mail(all))))
                : holds.ofCustomers(fulfilment.customerIds())
                        .chain(held -> begin(fulfilment, Course.toBegin(all, next), held));
    }

    private Uni<Void> begin(Fulfilment fulfilment, List<Task> due, Held held) {
        List<Task> forbidden = due.stream()
                .filter(task -> task.operation() == Operation.ERASURE)
                .filter(task -> held.coversAnyOf(Plan.categories(register, task.system)))
                .toList();
        forbidden.forEach(Task::hold);
        return requests.lock(fulfilment.requestId)
                .chain(request -> InTurn.each(
                        due.stream().filter(task -> !forbidden.contains(task)).toList(),
                        task -> issue.issue(request, fulfilment, task)))
                // What is not asked for is not waited for either.
                .chain(() -> forbidden.isEmpty() ? Uni.createFrom().voidItem() : proceed(fulfilment));
    }

    /** Puts a task into the system's hands once more, after somebody has looked. */
    Uni<Void> issueAgain(Fulfilment fulfilment, Task task) {
        return requests.lock(fulfilment.requestId).chain(request -> issue.issue(request, fulfilment, task));
    }
}
