package org.privacypromise.requests.status;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.privacypromise.frame.status.StatusPage;
import org.privacypromise.frame.status.StatusTable;
import org.privacypromise.requests.status.due.DueWithin;

/** {@code /q/privacy/requests?due=7d}: what is due, and which systems are waited for. */
@Singleton
class RequestsPage implements StatusPage {

    private static final String UNLESS_SAID = "30d";

    private final RequestsWatch watch;

    RequestsPage(RequestsWatch watch) {
        this.watch = watch;
    }

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public String print(Function<String, Optional<String>> option) {
        int days = DueWithin.parse(option.apply("due").orElse(UNLESS_SAID)).days();
        return due(days) + "\n" + waiting();
    }

    private String due(int days) {
        LocalDate today = watch.today();
        StatusTable table = new StatusTable("REQUEST", "RIGHT", "STATUS", "DUE", "DAYS LEFT");
        watch.requests().stream()
                .filter(request -> !request.dueDate().isAfter(today.plusDays(days)))
                .forEach(request -> table.row(
                        request.id(),
                        request.right(),
                        request.status(),
                        request.dueDate(),
                        ChronoUnit.DAYS.between(today, request.dueDate())));
        return table.print("No open request is due within " + days + " days.");
    }

    private String waiting() {
        StatusTable table = new StatusTable("SYSTEM", "OPEN TASKS", "FAILED", "OLDEST, HOURS");
        watch.tasks()
                .forEach(tasks -> table.row(
                        tasks.system(),
                        tasks.open(),
                        tasks.failed(),
                        watch.oldestAge(tasks).toHours()));
        return table.print("No system has a task.");
    }
}
