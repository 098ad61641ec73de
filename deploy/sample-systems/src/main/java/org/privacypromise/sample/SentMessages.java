package org.privacypromise.sample;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The messages that the suite has not been told of yet. One is written down before it leaves: whoever dies in between
 * tells of a message that may have been sent, and never sends one without telling.
 */
final class SentMessages implements SubjectData {

    /** Longer than a mail server takes to answer. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(2);

    private final DataSource database;
    private final InstantSource clock;

    SentMessages(DataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void prepare() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS sent_message (
                        reference   text        PRIMARY KEY,
                        customer_id text        NOT NULL,
                        purpose     text        NOT NULL,
                        brand       text        NOT NULL,
                        sent_at     timestamptz NOT NULL,
                        accepted    boolean     NOT NULL
                    )""");
        }
    }

    /** This mail is about to leave. */
    SentMessage about(Mailing mailing) throws SQLException {
        var message = new SentMessage(
                UUID.randomUUID().toString(),
                mailing.customerId(),
                mailing.purpose(),
                mailing.brand(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement("INSERT INTO sent_message VALUES (?, ?, ?, ?, ?, false)")) {
            insert.setString(1, message.reference());
            insert.setString(2, message.customerId());
            insert.setString(3, message.purpose());
            insert.setString(4, message.brand());
            insert.setTimestamp(5, Timestamp.from(message.sentAt()));
            insert.executeUpdate();
        }
        return message;
    }

    /** The mail server has taken it. */
    void accepted(SentMessage message) throws SQLException {
        update("UPDATE sent_message SET accepted = true WHERE reference = ?", message);
    }

    /** The suite has been told, or there is nothing to tell. */
    void forget(SentMessage message) throws SQLException {
        update("DELETE FROM sent_message WHERE reference = ?", message);
    }

    private void update(String sql, SentMessage message) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, message.reference());
            statement.executeUpdate();
        }
    }

    /** Those that have left, and those of which nobody knows any more whether they have. */
    List<SentMessage> untold() throws SQLException {
        Instant before = clock.instant().minus(UNDER_WAY);
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT reference, customer_id, purpose, brand, sent_at FROM sent_message
                        WHERE accepted OR sent_at < ? ORDER BY sent_at LIMIT 100""")) {
            select.setTimestamp(1, Timestamp.from(before));
            ResultSet row = select.executeQuery();
            var untold = new ArrayList<SentMessage>();
            while (row.next()) {
                untold.add(new SentMessage(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()));
            }
            return untold;
        }
    }

    /** Nothing: the mail itself is in the customer's mailbox, and this is gone in a moment. */
    @Override
    public void export(Connection connection, Task task, SubjectDocument document) {}

    @Override
    public Erasure erase(Connection connection, Task task, LocalDate today) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM sent_message WHERE customer_id = ANY (?)")) {
            delete.setArray(
                    1, connection.createArrayOf("text", task.customerIds().toArray()));
            return new Erasure(delete.executeUpdate() > 0, List.of());
        }
    }

    @Override
    public long leftovers(Connection connection, Task task) throws SQLException {
        return SubjectData.count(
                connection, "SELECT count(*) FROM sent_message WHERE customer_id = ANY (?)", task.customerIds());
    }
}
