package org.privacypromise.subjecttasks;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.privacypromise.events.SubjectTask;

/** Uploads everything that this service holds about a subject, and then says that it has. */
@ApplicationScoped
class HandOverData {

    private static final long CONNECT_SECONDS = 3;

    private final SubjectData data;
    private final ReceivedTaskRepository tasks;
    private final ConcludeTask concludeTask;
    private final TaskDataClient requests;
    private final String system;
    private final Clock clock;

    HandOverData(
            SubjectData data,
            ReceivedTaskRepository tasks,
            ConcludeTask concludeTask,
            OwnSystem ownSystem,
            SubjectTasksConfig config,
            @ConfigProperty(name = "privacy.requests.url") URI requestsUrl,
            Clock clock) {
        this.data = data;
        this.tasks = tasks;
        this.concludeTask = concludeTask;
        this.system = ownSystem.key();
        this.clock = clock;
        requests = QuarkusRestClientBuilder.newBuilder()
                .baseUri(requestsUrl)
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(config.uploadTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .build(TaskDataClient.class);
    }

    Uni<Void> handOver(SubjectTask task) {
        Subject subject = new Subject(task.customerIds(), task.contactRefs());
        return Panache.withSession(() -> data.export(subject))
                .map(HandOverData::withoutEmptyOnes)
                .chain(sections -> sections.isEmpty()
                        ? conclude(task, row -> concludeTask.nothingHeld(row, task))
                        : upload(task, DataDocument.of(system, sections)));
    }

    private Uni<Void> upload(SubjectTask task, DataDocument document) {
        return Stay.here(() -> requests.put(task.taskId(), document.json()))
                .replaceWith(document.digest())
                .onFailure(UploadException.Repeated.class)
                .recoverWithItem(earlier -> ((UploadException.Repeated) earlier).digest())
                .chain(digest -> conclude(task, row -> concludeTask.handedOver(row, task, digest)))
                .onFailure(UploadException.Closed.class)
                .recoverWithUni(() -> conclude(task, row -> {
                    row.conclude(Conclusion.CLOSED, clock.instant());
                    return Uni.createFrom().voidItem();
                }));
    }

    private Uni<Void> conclude(SubjectTask task, Function<ReceivedTask, Uni<Void>> conclusion) {
        return Panache.withTransaction(() -> tasks.lockAwaiting(task)
                .chain(awaiting -> awaiting.map(conclusion)
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private static List<DataSection> withoutEmptyOnes(List<DataSection> sections) {
        return sections.stream().filter(section -> !section.records().isEmpty()).toList();
    }
}
