package org.privacypromise.requests.status;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.privacypromise.requests.status.due.DaysLeft;

/** Counts, a few times a minute, what is open, until when, and which system it waits for. */
@ApplicationScoped
class RequestsWatch {

    private final OpenWork work;
    private final Clock clock;
    private final MultiGauge open;
    private final MultiGauge tasksOpen;
    private final MultiGauge tasksFailed;
    private final MultiGauge tasksOldest;

    private volatile List<OpenRequest> requests = List.of();
    private volatile List<OpenTasks> tasks = List.of();

    RequestsWatch(OpenWork work, Clock clock, MeterRegistry meters) {
        this.work = work;
        this.clock = clock;
        open = MultiGauge.builder("requests.open")
                .description("Requests that are not answered, by right and by how many days are left")
                .register(meters);
        Gauge.builder("requests.overdue", () -> overdue())
                .description("Requests that are past the day that the law sets: alert on 1")
                .register(meters);
        tasksOpen = MultiGauge.builder("requests.tasks.open")
                .description("Tasks that the system is at work on")
                .register(meters);
        tasksFailed = MultiGauge.builder("requests.tasks.failed")
                .description("Tasks of which the system says that a person has to look")
                .register(meters);
        tasksOldest = MultiGauge.builder("requests.tasks.oldest.age")
                .description("Age of the oldest task that the system has not done")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(every = "15s", identity = "watch-requests", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return work.requests()
                .invoke(this::sawRequests)
                .chain(work::tasks)
                .invoke(this::sawTasks)
                .replaceWithVoid();
    }

    /** As of the last look, the next that are due first. */
    List<OpenRequest> requests() {
        return requests;
    }

    /** As of the last look. */
    List<OpenTasks> tasks() {
        return tasks;
    }

    /** Age of a system's oldest open task. */
    Duration oldestAge(OpenTasks waiting) {
        return waiting.oldestAt() == null ? Duration.ZERO : Duration.between(waiting.oldestAt(), clock.instant());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private double overdue() {
        LocalDate today = today();
        return requests.stream()
                .filter(request -> DaysLeft.of(request.dueDate(), today) == DaysLeft.OVERDUE)
                .count();
    }

    private void sawRequests(List<OpenRequest> seen) {
        requests = seen;
        LocalDate today = today();
        Map<Tags, Long> counts = seen.stream()
                .collect(groupingBy(
                        request -> Tags.of(
                                "right",
                                request.right(),
                                "days_left",
                                DaysLeft.of(request.dueDate(), today).label()),
                        counting()));
        open.register(
                counts.entrySet().stream()
                        .<MultiGauge.Row<?>>map(count -> MultiGauge.Row.of(count.getKey(), count.getValue()))
                        .toList(),
                true);
    }

    private void sawTasks(List<OpenTasks> seen) {
        tasks = seen;
        show(tasksOpen, OpenTasks::open);
        show(tasksFailed, OpenTasks::failed);
        show(tasksOldest, waiting -> oldestAge(waiting).toSeconds());
    }

    private void show(MultiGauge gauge, ToDoubleFunction<OpenTasks> value) {
        gauge.register(
                tasks.stream()
                        .<MultiGauge.Row<?>>map(waiting ->
                                MultiGauge.Row.of(Tags.of("system", waiting.system()), value.applyAsDouble(waiting)))
                        .toList(),
                true);
    }
}
