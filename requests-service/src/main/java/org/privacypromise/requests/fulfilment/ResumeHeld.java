package org.privacypromise.requests.fulfilment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.privacypromise.frame.InTurn;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.requests.hold.LegalHolds;
import org.privacypromise.requests.lifecycle.AdvanceRequest;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent;

/** Lets an erasure go on where a legal hold had stopped it, once the hold is lifted. */
@ApplicationScoped
class ResumeHeld {

    private static final Logger LOG = Logger.getLogger(ResumeHeld.class);

    private final FulfilmentRepository fulfilments;
    private final TaskRepository tasks;
    private final LegalHolds holds;
    private final AdvanceRequest lifecycle;
    private final ProceedWithRequest proceed;
    private final PurposeRegister register;

    ResumeHeld(
            FulfilmentRepository fulfilments,
            TaskRepository tasks,
            LegalHolds holds,
            AdvanceRequest lifecycle,
            ProceedWithRequest proceed,
            PurposeRegister register) {
        this.fulfilments = fulfilments;
        this.tasks = tasks;
        this.holds = holds;
        this.lifecycle = lifecycle;
        this.proceed = proceed;
        this.register = register;
    }

    @Scheduled(every = "10s", identity = "resume-held", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> resumeFree() {
        return Panache.withSession(tasks::requestsWithHeld)
                .chain(all -> InTurn.each(
                        all,
                        request -> Panache.withTransaction(() -> resume(request))
                                .onFailure()
                                .invoke(fault -> LOG.warnf(
                                        "Request %s cannot be resumed yet (%s): will be tried again",
                                        request, fault.getClass().getSimpleName()))
                                .onFailure()
                                .recoverWithNull()));
    }

    private Uni<Void> resume(UUID request) {
        return fulfilments
                .lock(request)
                .chain(fulfilment -> holds.ofCustomers(fulfilment.customerIds())
                        .chain(held -> tasks.ofRequest(request).chain(all -> {
                            List<Task> free = all.stream()
                                    .filter(task -> task.state() == TaskState.HELD)
                                    .filter(task -> !held.coversAnyOf(Plan.categories(register, task.system)))
                                    .toList();
                            if (free.isEmpty()) {
                                return Uni.createFrom().voidItem();
                            }
                            free.forEach(Task::planAgain);
                            return reopen(fulfilment).chain(() -> proceed.proceed(fulfilment));
                        })));
    }

    private Uni<Void> reopen(Fulfilment fulfilment) {
        return fulfilment.isSuspended()
                ? lifecycle
                        .advance(fulfilment.requestId, new LifecycleEvent.Reopened())
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
