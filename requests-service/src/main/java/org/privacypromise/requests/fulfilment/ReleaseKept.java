package org.privacypromise.requests.fulfilment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.privacypromise.frame.InTurn;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisteredSystem;
import org.privacypromise.requests.hold.LegalHolds;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;

/**
 * Lets what an erasure has left be erased, too, on the day after its retention rule has ended: by the system, or by a
 * person if the system cannot. A legal hold puts it off. The suite's own services see to it themselves.
 */
@ApplicationScoped
class ReleaseKept {

    private static final Logger LOG = Logger.getLogger(ReleaseKept.class);
    private static final int BATCH = 100;

    private final KeptDataRepository kept;
    private final FulfilmentRepository fulfilments;
    private final TaskRepository tasks;
    private final RequestRepository requests;
    private final LegalHolds holds;
    private final IssueTask issue;
    private final PurposeRegister register;
    private final Clock clock;

    ReleaseKept(
            KeptDataRepository kept,
            FulfilmentRepository fulfilments,
            TaskRepository tasks,
            RequestRepository requests,
            LegalHolds holds,
            IssueTask issue,
            PurposeRegister register,
            Clock clock) {
        this.kept = kept;
        this.fulfilments = fulfilments;
        this.tasks = tasks;
        this.requests = requests;
        this.holds = holds;
        this.issue = issue;
        this.register = register;
        this.clock = clock;
    }

    @Scheduled(every = "1m", identity = "release-kept", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> releaseDue() {
        return Panache.withSession(() -> kept.requestsDue(LocalDate.now(clock), BATCH))
                .chain(due -> InTurn.each(
                        due,
                        request -> Panache.withTransaction(() -> release(request))
                                .onFailure()
                                .invoke(fault -> LOG.warnf(
                                        "What request %s has left cannot be released yet (%s): will be tried again",
                                        request, fault.getClass().getSimpleName()))
                                .onFailure()
                                .recoverWithNull()));
    }

    private Uni<Void> release(UUID requestId) {
        return fulfilments
                .lock(requestId)
                .chain(fulfilment -> requests.lock(requestId)
                        .chain(request -> kept.of(requestId)
                                .chain(all -> holds.ofCustomer(request.customerId())
                                        .chain(held -> InTurn.each(
                                                all.stream()
                                                        .filter(one -> one.isDue(LocalDate.now(clock)))
                                                        .filter(one -> !held.covers(one.category()))
                                                        .map(KeptData::system)
                                                        .distinct()
                                                        .toList(),
                                                system -> release(
                                                        request,
                                                        fulfilment,
                                                        system,
                                                        all.stream()
                                                                .filter(one -> one.system()
                                                                        .equals(system))
                                                                .filter(one -> one.isDue(LocalDate.now(clock)))
                                                                .filter(one -> !held.covers(one.category()))
                                                                .toList()))))));
    }

    private Uni<Void> release(Request request, Fulfilment fulfilment, String system, List<KeptData> due) {
        due.forEach(one -> one.askRelease(clock.instant()));
        if (register.system(system).filter(RegisteredSystem::suite).isPresent()) {
            due.forEach(one -> one.released(clock.instant()));
            return Uni.createFrom().voidItem();
        }
        return tasks.ofRequest(request.id())
                .map(all -> all.stream()
                        .filter(task -> task.stage == Plan.RELEASE && task.system.equals(system))
                        .findFirst())
                .chain(known -> known.map(task -> Uni.createFrom().item(task))
                        .orElseGet(() -> tasks.persist(new Task(request.id(), Plan.release(register, system)))))
                .chain(task -> issue.issue(request, fulfilment, task));
    }
}
