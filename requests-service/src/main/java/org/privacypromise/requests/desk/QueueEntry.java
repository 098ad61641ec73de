package org.privacypromise.requests.desk;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.alert.Level;

/** A request as it stands in the queue: it says nothing about whose it is. */
record QueueEntry(
        UUID id,
        String right,
        String status,
        String regime,
        String place,
        String channel,
        Instant receivedAt,
        LocalDate dueDate,
        boolean closed,
        @Nullable String assignee,
        int tasksDone,
        int tasks,
        List<String> waitingFor,
        @Nullable String proposed,
        @Nullable Level alert) {

    static QueueEntry of(Tuple row) {
        String level = row.get("alert", String.class);
        String waiting = row.get("waiting", String.class);
        return new QueueEntry(
                row.get("id", UUID.class),
                row.get("asked_for", String.class),
                row.get("status", String.class),
                row.get("regime", String.class),
                row.get("place", String.class),
                row.get("channel", String.class),
                instant(row.get("received_at")),
                row.get("due_date", LocalDate.class),
                row.get("closed", Boolean.class),
                row.get("assignee", String.class),
                ((Number) row.get("done")).intValue(),
                ((Number) row.get("planned")).intValue(),
                waiting == null ? List.of() : List.of(waiting.split(",")),
                row.get("proposed", String.class),
                level == null ? null : Level.valueOf(level));
    }

    QueuePosition position() {
        return new QueuePosition(dueDate, id);
    }

    private static Instant instant(Object column) {
        return column instanceof Instant moment
                ? moment
                : ((OffsetDateTime) column)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant();
    }
}
