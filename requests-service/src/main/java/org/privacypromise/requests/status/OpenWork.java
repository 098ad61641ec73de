package org.privacypromise.requests.status;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.lifecycle.step.Status;

/** Reads what is open, past the sessions: for counting, not for acting on it. */
@Singleton
class OpenWork {

    private static final int MOST_REQUESTS = 10_000;
    private static final String REQUESTS = """
            SELECT id, asked_for, status, due_date FROM request
             WHERE status = ANY ($1) ORDER BY due_date, id LIMIT $2""";
    private static final String TASKS = """
            SELECT system,
                   count(*) FILTER (WHERE state <> 'FAILED') AS open,
                   count(*) FILTER (WHERE state = 'FAILED') AS failed,
                   min(issued_at) FILTER (WHERE state <> 'FAILED') AS oldest
              FROM task WHERE state IN ('ISSUED', 'ESCALATED', 'FAILED') GROUP BY system ORDER BY system""";
    private static final String[] OPEN = Arrays.stream(Status.values())
            .filter(status -> !status.isClosed())
            .map(Status::name)
            .toArray(String[]::new);

    private final Pool pool;

    OpenWork(Pool pool) {
        this.pool = pool;
    }

    /** The next that are due first; no more than can be looked through. */
    Uni<List<OpenRequest>> requests() {
        return pool.preparedQuery(REQUESTS)
                .execute(Tuple.of(OPEN, MOST_REQUESTS))
                .map(rows -> list(
                        rows,
                        row -> new OpenRequest(
                                row.getUUID("id"),
                                row.getString("asked_for"),
                                row.getString("status"),
                                row.getLocalDate("due_date"))));
    }

    /** Of every system that has something to do. */
    Uni<List<OpenTasks>> tasks() {
        return pool.query(TASKS).execute().map(rows -> list(rows, row -> tasks(row, row.getOffsetDateTime("oldest"))));
    }

    private static OpenTasks tasks(Row row, @Nullable OffsetDateTime oldest) {
        return new OpenTasks(
                row.getString("system"),
                row.getLong("open"),
                row.getLong("failed"),
                oldest == null ? null : oldest.toInstant());
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
