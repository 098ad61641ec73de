package org.privacypromise.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The latest choices per key, in this system's own database. They are the customer's data, too. */
final class ChoiceStore implements SubjectData {

    /** The choices that this system obeys, and since when. */
    record Held(Choices choices, Instant effectiveFrom) {}

    private final DataSource database;
    private final InstantSource clock;

    ChoiceStore(DataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public synchronized void prepare() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS choices_in_force (
                        key            text        PRIMARY KEY,
                        version        bigint      NOT NULL,
                        choices        jsonb       NOT NULL,
                        effective_from timestamptz NOT NULL
                    )""");
        }
    }

    /**
     * Does what the records ask for, all of it or nothing. A version that is not newer changes nothing: what is
     * acknowledged is always what is held, since when it is held.
     */
    List<Acknowledgement> apply(List<StateRecord> records) throws SQLException, JsonProcessingException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var acknowledgements = new ArrayList<Acknowledgement>();
            for (StateRecord record : records) {
                switch (record) {
                    case StateRecord.Obey(Choices choices) -> acknowledgements.add(obey(connection, choices));
                    case StateRecord.Forget(String key) -> forget(connection, key);
                    case StateRecord.Ignore() -> {}
                }
            }
            connection.commit();
            return acknowledgements;
        }
    }

    private Acknowledgement obey(Connection connection, Choices choices) throws SQLException, JsonProcessingException {
        try (var upsert = connection.prepareStatement("""
                INSERT INTO choices_in_force AS held (key, version, choices, effective_from)
                VALUES (?, ?, ?::jsonb, ?)
                ON CONFLICT (key) DO UPDATE
                SET version = excluded.version, choices = excluded.choices, effective_from = excluded.effective_from
                WHERE held.version < excluded.version""")) {
            upsert.setString(1, choices.key());
            upsert.setLong(2, choices.version());
            upsert.setString(3, Json.MAPPER.writeValueAsString(choices));
            upsert.setTimestamp(4, Timestamp.from(clock.instant()));
            upsert.executeUpdate();
        }
        try (var select =
                connection.prepareStatement("SELECT version, effective_from FROM choices_in_force WHERE key = ?")) {
            select.setString(1, choices.key());
            ResultSet held = select.executeQuery();
            held.next();
            return new Acknowledgement(
                    choices.key(), held.getLong(1), held.getTimestamp(2).toInstant());
        }
    }

    private static void forget(Connection connection, String key) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM choices_in_force WHERE key = ?")) {
            delete.setString(1, key);
            delete.executeUpdate();
        }
    }

    Optional<Held> find(String key) throws SQLException, JsonProcessingException {
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT choices, effective_from FROM choices_in_force WHERE key = ?")) {
            select.setString(1, key);
            ResultSet held = select.executeQuery();
            return held.next()
                    ? Optional.of(new Held(
                            Json.MAPPER.readValue(held.getString(1), Choices.class),
                            held.getTimestamp(2).toInstant()))
                    : Optional.empty();
        }
    }

    @Override
    public void export(Connection connection, Task task, SubjectDocument document) throws SQLException, IOException {
        document.add(
                connection,
                "user.privacy_preferences",
                "chosen by you, or what holds until you choose",
                """
                SELECT choice ->> 'purpose' AS "what for", choice ->> 'channel' AS "by", choice ->> 'brand' AS "in the name of",
                       CASE choice ->> 'allowed' WHEN 'true' THEN 'yes' ELSE 'no' END AS "allowed",
                       to_char(effective_from AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI "UTC"') AS "in force here since"
                FROM choices_in_force, jsonb_array_elements(choices -> 'choices') AS choice
                WHERE key = ANY (?) ORDER BY key, 1, 2, 3""",
                task.subjects());
    }

    /** Without choices nothing is allowed, so this may well come before the suite says to forget them. */
    @Override
    public Erasure erase(Connection connection, Task task, LocalDate today) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM choices_in_force WHERE key = ANY (?)")) {
            delete.setArray(1, connection.createArrayOf("text", task.subjects().toArray()));
            return new Erasure(delete.executeUpdate() > 0, List.of());
        }
    }

    /** None: the topic itself says when they are to be forgotten, and may do so a moment later. */
    @Override
    public long leftovers(Connection connection, Task task) {
        return 0;
    }
}
