package org.privacypromise.requests.fulfilment;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.privacypromise.frame.InTurn;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;

/**
 * Looks after tasks that are not done in their time: reminds a system that keeps silent, tries again what failed, and
 * calls for a person once the time of the register is over.
 */
@ApplicationScoped
class WatchTasks {

    private static final Logger LOG = Logger.getLogger(WatchTasks.class);
    private static final int BATCH = 100;

    private final TaskRepository tasks;
    private final FulfilmentRepository fulfilments;
    private final RequestRepository requests;
    private final IssueTask issue;
    private final ProceedWithRequest proceed;
    private final Clock clock;
    private final MultiGauge waiting;

    WatchTasks(
            TaskRepository tasks,
            FulfilmentRepository fulfilments,
            RequestRepository requests,
            IssueTask issue,
            ProceedWithRequest proceed,
            Clock clock,
            MeterRegistry meters) {
        this.tasks = tasks;
        this.fulfilments = fulfilments;
        this.requests = requests;
        this.issue = issue;
        this.proceed = proceed;
        this.clock = clock;
        waiting = MultiGauge.builder("privacy.tasks.waiting")
                .description("Tasks that their system, or a person, has not done yet")
                .register(meters);
    }

    @Scheduled(every = "5s", identity = "watch-tasks", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> watchDue() {
        return Panache.withSession(() -> tasks.toLookAt(clock.instant(), BATCH))
                .chain(due -> InTurn.each(
                        due,
                        found -> Panache.withTransaction(() -> look(found.requestId, found.id))
                                .onFailure()
                                .invoke(fault -> LOG.warnf(
                                        "Task %s of %s cannot be looked after yet (%s): will be tried again",
                                        found.id, found.system, fault.getClass().getSimpleName()))
                                .onFailure()
                                .recoverWithNull()));
    }

    private Uni<Void> look(UUID requestId, UUID taskId) {
        return fulfilments
                .lock(requestId)
                .chain(fulfilment -> tasks.findById(taskId)
                        .chain(task -> requests.lock(requestId).chain(request -> look(fulfilment, request, task))));
    }

    private Uni<Void> look(Fulfilment fulfilment, Request request, Task task) {
        if (!task.isDue(clock.instant())) {
            return Uni.createFrom().voidItem();
        }
        if (task.state() == TaskState.FAILED) {
            return issue.issue(request, fulfilment, task);
        }
        boolean before = task.isStuck();
        return issue.remind(request, fulfilment, task).chain(() -> {
            if (before || !task.isStuck()) {
                return Uni.createFrom().voidItem();
            }
            LOG.warnf("Task %s is not done in its time: somebody has to look at %s", task.id, task.system);
            return proceed.proceed(fulfilment);
        });
    }

    @Scheduled(every = "15s", identity = "count-tasks")
    Uni<Void> count() {
        return Panache.withSession(tasks::waiting).invoke(this::saw).replaceWithVoid();
    }

    private void saw(List<TaskRepository.Waiting> counts) {
        waiting.register(
                counts.stream()
                        .<MultiGauge.Row<?>>map(
                                count -> MultiGauge.Row.of(Tags.of("system", count.system()), count.tasks()))
                        .toList(),
                true);
    }
}
