package org.privacypromise.preferences.legacyimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.legacyimport.line.ImportLine;
import org.privacypromise.preferences.legacyimport.line.LineFault;

/**
 * Imports and their lines. They come and go by COPY, which is many times faster than rows one by one and only to be had
 * by JDBC: so everything here blocks, and is called by worker threads.
 */
@ApplicationScoped
class ImportRepository {

    /** So that nobody's disk is filled by a file that is all wrong; the count goes on. */
    static final long MOST_FAULTS = 100_000;

    private static final String COLUMNS =
            "id, format, dry_run, state, started_at, received_at, finished_at, header, lines_received, prefix_hash,"
                    + " lines_invalid, applied_up_to, subjects, outcomes, failure";

    private final DataSource database;
    private final ObjectMapper json;

    ImportRepository(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void begin(UUID id, LegacyImport.Format format, boolean dryRun, String client, Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO legacy_import (id, format, dry_run, state, started_at, client, next_attempt_at)
                        VALUES (?, ?, ?, 'RECEIVING', ?, ?, ?)""")) {
            insert.setObject(1, id);
            insert.setString(2, format.name());
            insert.setBoolean(3, dryRun);
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.setString(5, client);
            insert.setObject(6, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** Stores lines and how far the file has come, together; false if somebody else has stored some meanwhile. */
    boolean stage(UUID id, long after, StagedLines staged) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                flushLater(connection);
                boolean stored = advance(connection, id, after, staged);
                if (stored) {
                    copyLines(connection, id, staged.lines());
                    copyFaults(connection, id, staged.faults());
                }
                connection.commit();
                return stored;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /**
     * This commit need not wait for the disk: a later one does, before anybody is told that it is done, and what a crash of
     * the database takes away it takes away together with how far it had come.
     */
    static void flushLater(Connection connection) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("SET LOCAL synchronous_commit = off")) {
            set.execute();
        }
    }

    private static boolean advance(Connection connection, UUID id, long after, StagedLines staged) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE legacy_import SET lines_received = ?, lines_invalid = lines_invalid + ?, prefix_hash = ?, header = ?
                 WHERE id = ? AND state = 'RECEIVING' AND lines_received = ?""")) {
            update.setLong(1, staged.upTo());
            update.setLong(2, staged.invalid());
            update.setString(3, staged.prefixHash());
            update.setString(4, staged.header());
            update.setObject(5, id);
            update.setLong(6, after);
            return update.executeUpdate() == 1;
        }
    }

    private static final String LINES = """
            COPY legacy_import_line (import_id, line, key, purpose, channel, brand, allowed, decided_at, notice_version,
                                     language, source, reference) FROM STDIN""";

    private static final String FAULTS = "COPY legacy_import_fault (import_id, line, field, fault) FROM STDIN";

    private static void copyLines(Connection connection, UUID id, List<ImportLine> lines) throws SQLException {
        String importId = id.toString();
        try (CopyText rows = CopyText.into(connection, LINES)) {
            for (ImportLine line : lines) {
                rows.add(importId)
                        .add(line.number())
                        .add(line.key())
                        .add(line.cell().purpose())
                        .add(line.cell().channel())
                        .add(line.cell().brand())
                        .add(line.allowed())
                        .add(line.decidedAt())
                        .add(line.noticeVersion())
                        .add(line.language())
                        .add(line.source())
                        .add(line.reference())
                        .end();
            }
            rows.finish();
        }
    }

    private static void copyFaults(Connection connection, UUID id, List<LineFault> faults) throws SQLException {
        if (faults.isEmpty()) {
            return;
        }
        String importId = id.toString();
        try (CopyText rows = CopyText.into(connection, FAULTS)) {
            for (LineFault fault : faults) {
                rows.add(importId)
                        .add(fault.line())
                        .add(fault.field())
                        .add(fault.fault())
                        .end();
            }
            rows.finish();
        }
    }

    /** Goes from one of these states to another; false if the import is in none of them. */
    boolean move(UUID id, ImportState from, ImportState to, Instant now) throws SQLException {
        String sql = "UPDATE legacy_import SET state = ?"
                + switch (to) {
                    case RECEIVED -> ", received_at = coalesce(received_at, ?)";
                    case CHECKED, DONE, ABANDONED -> ", finished_at = ?";
                    case RECEIVING, RUNNING, FAILED -> ", next_attempt_at = ?";
                }
                + " WHERE id = ? AND state = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, to.name());
            update.setObject(2, now.atOffset(ZoneOffset.UTC));
            update.setObject(3, id);
            update.setString(4, from.name());
            return update.executeUpdate() == 1;
        }
    }

    /** Puts it aside: it is tried again once the others have had their turn, and not before this time. */
    void fail(UUID id, String failure, Instant nextAttempt) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        UPDATE legacy_import SET state = 'FAILED', failure = ?, next_attempt_at = ?
                         WHERE id = ? AND state IN ('RECEIVED', 'RUNNING', 'FAILED')""")) {
            update.setString(1, failure);
            update.setObject(2, nextAttempt.atOffset(ZoneOffset.UTC));
            update.setObject(3, id);
            update.executeUpdate();
        }
    }

    /** What was only checked is applied now, from its first line. */
    boolean applyChecked(UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        UPDATE legacy_import
                           SET state = 'RECEIVED', dry_run = false, applied_up_to = 0, subjects = 0, outcomes = '{}',
                               finished_at = NULL
                         WHERE id = ? AND state = 'CHECKED'""")) {
            update.setObject(1, id);
            return update.executeUpdate() == 1;
        }
    }

    Optional<LegacyImport> find(UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT " + COLUMNS + " FROM legacy_import WHERE id = ?")) {
            select.setObject(1, id);
            return read(select).stream().findFirst();
        }
    }

    /** The newest first. */
    List<LegacyImport> newest(int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT " + COLUMNS + " FROM legacy_import ORDER BY started_at DESC, id LIMIT ?")) {
            select.setInt(1, limit);
            return read(select);
        }
    }

    /** Those that wait to be applied, were interrupted or could not go on for a while, the oldest first. */
    List<LegacyImport> due(Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT " + COLUMNS + """
                         FROM legacy_import
                        WHERE state IN ('RECEIVED', 'RUNNING') OR (state = 'FAILED' AND next_attempt_at <= ?)
                        ORDER BY state = 'FAILED', started_at, id""")) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            return read(select);
        }
    }

    private List<LegacyImport> read(PreparedStatement select) throws SQLException {
        List<LegacyImport> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new LegacyImport(
                        row.getObject(1, UUID.class),
                        LegacyImport.Format.valueOf(row.getString(2)),
                        row.getBoolean(3),
                        ImportState.valueOf(row.getString(4)),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        instant(row, 6),
                        instant(row, 7),
                        row.getString(8),
                        row.getLong(9),
                        row.getString(10),
                        row.getLong(11),
                        row.getLong(12),
                        row.getLong(13),
                        counts(row.getString(14)),
                        row.getString(15)));
            }
        }
        return found;
    }

    private Map<String, Long> counts(String outcomes) {
        try {
            return json.readValue(outcomes, new TypeReference<Map<String, Long>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The next lines to apply. */
    List<ImportLine> lines(UUID id, long after, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                SELECT line, key, purpose, channel, brand, allowed, decided_at, notice_version, language, source, reference
                  FROM legacy_import_line WHERE import_id = ? AND line > ? ORDER BY line LIMIT ?""")) {
            select.setObject(1, id);
            select.setLong(2, after);
            select.setInt(3, limit);
            List<ImportLine> lines = new ArrayList<>(limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(new ImportLine(
                            row.getLong(1),
                            row.getString(2),
                            new Cell(row.getString(3), row.getString(4), row.getString(5)),
                            row.getBoolean(6),
                            instant(row, 7),
                            row.getString(8),
                            row.getString(9),
                            row.getString(10),
                            row.getString(11)));
                }
            }
            return lines;
        }
    }

    /** Adds what a chunk has come to, in the transaction that applies it. */
    void progress(Connection connection, UUID id, long appliedUpTo, long subjects, Map<String, Long> outcomes)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE legacy_import
                   SET state = 'RUNNING', failure = NULL, applied_up_to = ?, subjects = subjects + ?,
                       outcomes = (SELECT coalesce(jsonb_object_agg(outcome, lines), '{}') FROM (
                           SELECT key AS outcome, sum(value::bigint) AS lines
                             FROM (SELECT * FROM jsonb_each_text(outcomes) UNION ALL SELECT * FROM jsonb_each_text(?::jsonb))
                               AS counted
                            GROUP BY key) AS summed)
                 WHERE id = ?""")) {
            update.setLong(1, appliedUpTo);
            update.setLong(2, subjects);
            update.setString(3, json.writeValueAsString(outcomes));
            update.setObject(4, id);
            update.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The faults after this one, in their order. */
    List<LineFault> faults(UUID id, LineFault after, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        SELECT line, field, fault FROM legacy_import_fault
                         WHERE import_id = ? AND (line, field) > (?, ?) ORDER BY line, field LIMIT ?""")) {
            select.setObject(1, id);
            select.setLong(2, after.line());
            select.setString(3, after.field());
            select.setInt(4, limit);
            List<LineFault> faults = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    faults.add(new LineFault(row.getLong(1), row.getString(2), row.getString(3)));
                }
            }
            return faults;
        }
    }

    /** Forgets the lines of what is over, a part at a time; whether there may be more. */
    boolean forgetLines(Instant checkedBefore, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("""
                        DELETE FROM legacy_import_line WHERE ctid = ANY (ARRAY(
                            SELECT line.ctid FROM legacy_import_line line JOIN legacy_import i ON i.id = line.import_id
                             WHERE i.state IN ('DONE', 'ABANDONED') OR (i.finished_at < ?) LIMIT ?))""")) {
            delete.setObject(1, checkedBefore.atOffset(ZoneOffset.UTC));
            delete.setInt(2, limit);
            return delete.executeUpdate() == limit;
        }
    }

    /** Gives up what was not resumed, or was checked and never applied. */
    void abandon(Instant startedBefore, Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        UPDATE legacy_import SET state = 'ABANDONED', finished_at = ?
                         WHERE state IN ('RECEIVING', 'CHECKED') AND started_at < ?""")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setObject(2, startedBefore.atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }
}
