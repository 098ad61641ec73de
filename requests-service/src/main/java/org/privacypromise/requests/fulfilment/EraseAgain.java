package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.frame.InTurn;
import org.privacypromise.requests.lifecycle.AdvanceRequest;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent;

/**
 * Lets a system erase once more, because a probe has found something there: it was left, or the person has written it
 * meanwhile. What comes back again and again is for a person to look at, and the request stays open until then. In the
 * caller's transaction, which holds the lock of the fulfilment.
 */
@ApplicationScoped
class EraseAgain {

    private final TaskRepository tasks;
    private final RequestRepository requests;
    private final AdvanceRequest lifecycle;
    private final IssueTask issue;

    EraseAgain(TaskRepository tasks, RequestRepository requests, AdvanceRequest lifecycle, IssueTask issue) {
        this.tasks = tasks;
        this.requests = requests;
        this.lifecycle = lifecycle;
        this.issue = issue;
    }

    /** @param probe whose answer says that something is there */
    Uni<Void> erase(Fulfilment fulfilment, Task probe) {
        if (!fulfilment.reopen()) {
            probe.stillThere();
            return Uni.createFrom().voidItem();
        }
        probe.planAgain();
        return requests.lock(fulfilment.requestId)
                .chain(request -> tasks.ofRequest(fulfilment.requestId)
                        .chain(all -> InTurn.each(
                                all.stream()
                                        .filter(task -> task.operation() == Operation.ERASURE)
                                        .filter(task -> task.system.equals(probe.system) && task.isAnswered())
                                        .toList(),
                                task -> issue.issue(request, fulfilment, task)))
                        .chain(() -> lifecycle.advance(fulfilment.requestId, new LifecycleEvent.Reopened()))
                        .replaceWithVoid());
    }
}
