package org.privacypromise.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of this system, in its own database. Of a closed one nothing is left but that it was there: whom it was about
 * is forgotten with it.
 */
final class TaskStore {

    /** Does what a task asks, in the transaction in which its answer is stored. */
    interface Doing {
        TaskAnswer answer(Connection connection) throws Exception;
    }

    /** Erases what has had its time. */
    interface Sweeping {
        void in(Connection connection) throws SQLException;
    }

    /** A week more than the topic keeps a task, for repetitions. */
    private static final Duration TOPIC_KEEPS = Duration.ofDays(37);

    private final DataSource database;
    private final InstantSource clock;

    TaskStore(DataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Called by the follower and the worker, who may not create the same table at once. */
    synchronized void prepare() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS subject_task (
                        task_id     text        PRIMARY KEY,
                        version     bigint      NOT NULL,
                        issued_at   timestamptz NOT NULL,
                        subjects    text[]      NOT NULL,
                        task        jsonb,
                        answer      jsonb,
                        tries       int         NOT NULL DEFAULT 0,
                        next_try_at timestamptz NOT NULL,
                        closed_at   timestamptz
                    );
                    CREATE INDEX IF NOT EXISTS subject_task_open ON subject_task (issued_at) WHERE closed_at IS NULL""");
            TaskDocuments.prepare(connection);
        }
    }

    /** All of them or none. What is not newer than what is there changes nothing. */
    void add(List<Task> tasks) throws SQLException, JsonProcessingException {
        try (Connection connection = database.getConnection();
                var upsert = connection.prepareStatement("""
                        INSERT INTO subject_task AS held (task_id, version, subjects, task, issued_at, next_try_at)
                        VALUES (?, ?, ?, ?::jsonb, ?, ?)
                        ON CONFLICT (task_id) DO UPDATE
                        SET version = excluded.version, subjects = excluded.subjects, task = excluded.task,
                            issued_at = excluded.issued_at, answer = NULL, tries = 0, next_try_at = excluded.next_try_at, closed_at = NULL
                        WHERE held.version < excluded.version""")) {
            connection.setAutoCommit(false);
            for (Task task : tasks) {
                upsert.setString(1, task.taskId());
                upsert.setLong(2, task.version());
                upsert.setArray(
                        3, connection.createArrayOf("text", task.subjects().toArray()));
                upsert.setString(4, Json.MAPPER.writeValueAsString(task));
                upsert.setTimestamp(5, Timestamp.from(task.issued()));
                upsert.setTimestamp(6, now());
                upsert.executeUpdate();
            }
            connection.commit();
        }
    }

    /**
     * The oldest one whose time has come. Tasks about the same person are done in the order in which they were issued: whoever
     * asked for their data and then for its erasure gets both. Nobody else waits for them.
     */
    Optional<Task> next() throws SQLException, JsonProcessingException {
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT task FROM subject_task AS one
                        WHERE closed_at IS NULL AND next_try_at <= ?
                          AND NOT EXISTS (SELECT FROM subject_task AS older
                                          WHERE older.closed_at IS NULL AND older.issued_at < one.issued_at
                                            AND older.subjects && one.subjects)
                        ORDER BY issued_at LIMIT 1""")) {
            select.setTimestamp(1, now());
            ResultSet found = select.executeQuery();
            return found.next() ? Optional.of(Json.MAPPER.readValue(found.getString(1), Task.class)) : Optional.empty();
        }
    }

    /** The answer that is stored already; or else does the task, and stores what came out, both or neither. */
    TaskAnswer answerOnce(Task task, Doing doing) throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            @Nullable String stored = lock(connection, task);
            if (stored != null) {
                return Json.MAPPER.readValue(stored, TaskAnswer.class);
            }
            TaskAnswer answer = doing.answer(connection);
            store(connection, task, answer);
            connection.commit();
            return answer;
        }
    }

    private static @Nullable String lock(Connection connection, Task task) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT answer FROM subject_task
                WHERE task_id = ? AND version = ? AND closed_at IS NULL FOR UPDATE""")) {
            name(task, select, 1);
            ResultSet held = select.executeQuery();
            if (!held.next()) {
                throw new SQLException("a newer version of the task has come meanwhile");
            }
            return held.getString(1);
        }
    }

    private static void store(Connection connection, Task task, TaskAnswer answer)
            throws SQLException, JsonProcessingException {
        try (var update = connection.prepareStatement(
                "UPDATE subject_task SET answer = ?::jsonb WHERE task_id = ? AND version = ?")) {
            update.setString(1, Json.MAPPER.writeValueAsString(answer));
            name(task, update, 2);
            update.executeUpdate();
        }
    }

    /** It is tried again after a pause that doubles up to a minute, for as long as it takes. */
    void postpone(Task task) throws SQLException {
        try (Connection connection = database.getConnection();
                var update = connection.prepareStatement("""
                        UPDATE subject_task
                        SET tries = tries + 1, next_try_at = ?::timestamptz + least(power(2, least(tries, 6)), 60) * interval '1 second'
                        WHERE task_id = ? AND version = ?""")) {
            update.setTimestamp(1, now());
            name(task, update, 2);
            update.executeUpdate();
        }
    }

    /** Nothing more is to be done about it; a repetition of it will be recognised. */
    void close(Task task) throws SQLException {
        try (Connection connection = database.getConnection();
                var update = connection.prepareStatement("""
                        UPDATE subject_task SET closed_at = ?, task = NULL, answer = NULL, subjects = '{}'
                        WHERE task_id = ? AND version = ?""")) {
            connection.setAutoCommit(false);
            update.setTimestamp(1, now());
            name(task, update, 2);
            if (update.executeUpdate() == 1) {
                TaskDocuments.delete(connection, task.taskId());
            }
            connection.commit();
        }
    }

    /** Together with the sweeping of others, forgets closed tasks that the topic has forgotten, too. */
    void sweep(Sweeping others) throws SQLException {
        try (Connection connection = database.getConnection();
                var delete = connection.prepareStatement("DELETE FROM subject_task WHERE closed_at < ?")) {
            connection.setAutoCommit(false);
            delete.setTimestamp(1, Timestamp.from(clock.instant().minus(TOPIC_KEEPS)));
            delete.executeUpdate();
            others.in(connection);
            connection.commit();
        }
    }

    private static void name(Task task, PreparedStatement statement, int from) throws SQLException {
        statement.setString(from, task.taskId());
        statement.setLong(from + 1, task.version());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
