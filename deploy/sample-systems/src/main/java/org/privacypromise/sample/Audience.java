package org.privacypromise.sample;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/**
 * Whom the marketing system writes to, and who takes part in competitions. The former are known by customer ID, the latter
 * by contact point only. No law wants any of it kept.
 */
final class Audience implements SubjectData {

    private static final String PROFILES = " FROM profile WHERE customer_id = ANY (?)";
    private static final String ENTRIES = " FROM entry WHERE contact_ref = ANY (?)";

    private final DataSource database;
    private final InstantSource clock;

    Audience(DataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void prepare() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS profile (
                        customer_id text        NOT NULL,
                        email       text        NOT NULL,
                        known_since timestamptz NOT NULL,
                        PRIMARY KEY (customer_id, email)
                    );
                    CREATE TABLE IF NOT EXISTS entry (
                        contact_ref text        NOT NULL,
                        competition text        NOT NULL,
                        email       text        NOT NULL,
                        name        text        NOT NULL,
                        answer      text        NOT NULL,
                        entered_at  timestamptz NOT NULL,
                        PRIMARY KEY (contact_ref, competition)
                    )""");
        }
    }

    /** Keeps whom a mail goes to. */
    void remember(Mailing mailing) throws SQLException {
        insert(
                "INSERT INTO profile (known_since, customer_id, email) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                mailing.customerId(),
                mailing.contactPoint().email());
    }

    /** Of several entries of one mailbox in one competition the first one counts. */
    void enter(Entry entry, String contactRef) throws SQLException {
        insert("""
                INSERT INTO entry (entered_at, contact_ref, competition, email, name, answer)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", contactRef, entry.competition(), entry.contactPoint().email(), entry.name(), entry.answer());
    }

    private void insert(String insert, String... values) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(insert)) {
            statement.setTimestamp(1, Timestamp.from(clock.instant()));
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 2, values[i]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void export(Connection connection, Task task, SubjectDocument document) throws SQLException, IOException {
        document.add(
                connection,
                "user.unique_id",
                "given to you at your first order",
                "SELECT DISTINCT customer_id AS \"customer ID\"" + PROFILES,
                task.customerIds());
        document.add(
                connection,
                "user.contact.email",
                "given by you, for news and offers",
                "SELECT email AS \"e-mail address\", to_char(known_since AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS \"known since\""
                        + PROFILES + " ORDER BY 2, 1",
                task.customerIds());
        String byEntry = "given by you when you entered a competition";
        document.add(
                connection,
                "user.contact.email",
                byEntry,
                "SELECT DISTINCT email AS \"e-mail address\"" + ENTRIES,
                task.contactRefs());
        document.add(
                connection, "user.name", byEntry, "SELECT DISTINCT name AS \"name\"" + ENTRIES, task.contactRefs());
        document.add(
                connection,
                "user.content.private",
                byEntry,
                "SELECT competition AS \"competition\", answer AS \"your answer\", to_char(entered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS \"entered on\""
                        + ENTRIES + " ORDER BY entered_at",
                task.contactRefs());
    }

    @Override
    public Erasure erase(Connection connection, Task task, LocalDate today) throws SQLException {
        int erased = delete(connection, "DELETE" + PROFILES, task.customerIds())
                + delete(connection, "DELETE" + ENTRIES, task.contactRefs());
        return new Erasure(erased > 0, List.of());
    }

    @Override
    public long leftovers(Connection connection, Task task) throws SQLException {
        return SubjectData.count(connection, "SELECT count(*)" + PROFILES, task.customerIds())
                + SubjectData.count(connection, "SELECT count(*)" + ENTRIES, task.contactRefs());
    }

    private static int delete(Connection connection, String delete, List<String> whose) throws SQLException {
        try (var statement = connection.prepareStatement(delete)) {
            statement.setArray(1, connection.createArrayOf("text", whose.toArray()));
            return statement.executeUpdate();
        }
    }
}
