package org.privacypromise.requests.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.alert.Level;

/**
 * A request in the queue. It says what is to be done and by when, and not whose it is: to see that takes a purpose.
 *
 * @param dueInDays negative if it is overdue; absent once it is closed
 * @param alert the highest level that it has come to; absent before the first
 * @param assignee the account of who has it in hand
 * @param waitingFor the systems that have not done their part
 * @param proposed what a colleague has proposed, so that a lead can decide
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QueueEntryView(
        UUID requestId,
        String right,
        String status,
        String regime,
        String place,
        String channel,
        Instant receivedAt,
        LocalDate dueDate,
        @Nullable Long dueInDays,
        @Nullable Level alert,
        @Nullable String assignee,
        int tasksDone,
        int tasks,
        List<String> waitingFor,
        @Nullable String proposed) {

    static QueueEntryView from(QueueEntry entry, Instant now) {
        boolean open = !entry.closed();
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return new QueueEntryView(
                entry.id(),
                entry.right(),
                entry.status(),
                entry.regime(),
                entry.place(),
                entry.channel(),
                entry.receivedAt(),
                entry.dueDate(),
                open ? ChronoUnit.DAYS.between(today, entry.dueDate()) : null,
                open ? entry.alert() : null,
                entry.assignee(),
                entry.tasksDone(),
                entry.tasks(),
                entry.waitingFor(),
                entry.proposed());
    }
}
