package org.privacypromise.requests.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.exemption.ErasureReport;
import org.privacypromise.requests.intake.AnswerProgress;
import org.privacypromise.requests.lifecycle.Request;

/** Tells whoever looks at a request how many systems have done their part, and what an erasure has come to. */
@ApplicationScoped
class ShowProgress implements AnswerProgress {

    private final TaskRepository tasks;
    private final ErasureReports reports;

    ShowProgress(TaskRepository tasks, ErasureReports reports) {
        this.tasks = tasks;
        this.reports = reports;
    }

    @Override
    public Uni<Progress> of(Request request) {
        return tasks.ofRequest(request.id()).map(all -> new Progress(counted(all), report(request, all)));
    }

    private static @Nullable TasksView counted(List<Task> all) {
        List<Task> asked = all.stream()
                .filter(task -> task.operation() != Operation.PROBE && task.operation() != Operation.RELEASE)
                .toList();
        return asked.isEmpty()
                ? null
                : new TasksView((int) asked.stream().filter(Task::isAnswered).count(), asked.size());
    }

    private @Nullable ErasureReport report(Request request, List<Task> all) {
        return request.right() == Right.ERASURE && request.status().isAnswered() ? reports.of(all) : null;
    }
}
