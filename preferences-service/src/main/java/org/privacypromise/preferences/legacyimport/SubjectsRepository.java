package org.privacypromise.preferences.legacyimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Choice;
import org.privacypromise.preferences.ledger.JsonColumns;
import org.privacypromise.preferences.ledger.chain.CanonicalRecord;
import org.privacypromise.preferences.ledger.chain.LedgerHash;
import org.privacypromise.preferences.suppression.Suppression;

/** Reads and writes thousands of subjects at once, in the caller's transaction. */
@ApplicationScoped
class SubjectsRepository {

    private final ObjectMapper json;

    SubjectsRepository(ObjectMapper json) {
        this.json = json;
    }

    /** As the column of the choices is. */
    @RegisterForReflection
    record Chosen(List<Choice> list) {}

    /**
     * Until the transaction ends nobody else creates or erases a subject, or opts out a contact point: none of that can
     * come between what is looked up here and what is written.
     */
    void takeTurnWithEverybody(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(7)")) {
            lock.execute();
        }
    }

    /**
     * Whoever is there is locked.
     *
     * @param anybodyErased else there is no evidence about anybody who is not there
     */
    Map<String, Held> held(Connection connection, Set<String> keys, boolean anybodyErased) throws SQLException {
        Map<String, Held> held = new HashMap<>();
        query(
                connection,
                """
                SELECT key, version, choices::text, ledger_head, coalesce(memory ->> 'everythingOff' IS NOT NULL, false)
                  FROM preferences
                 WHERE key = ANY (?) ORDER BY key FOR NO KEY UPDATE""",
                keys,
                row -> held.put(
                        row.getString(1),
                        new Held(
                                row.getString(1),
                                true,
                                row.getLong(2),
                                choices(row.getString(3)),
                                row.getBytes(4) == null ? LedgerHash.NONE : LedgerHash.of(row.getBytes(4)),
                                row.getBoolean(5))));
        if (!anybodyErased) {
            return held;
        }
        Set<String> missing = new HashSet<>(keys);
        missing.removeAll(held.keySet());
        query(
                connection,
                """
                SELECT DISTINCT ON (key) key, version, hash FROM consent_record
                 WHERE key = ANY (?) ORDER BY key, version DESC""",
                missing,
                row -> held.put(row.getString(1), Held.before(row.getString(1), row.getLong(2), row.getBytes(3))));
        return held;
    }

    private Map<Cell, Choice> choices(String stored) {
        try {
            Map<Cell, Choice> choices = new LinkedHashMap<>();
            json.readValue(stored, Chosen.class).list().forEach(choice -> choices.put(choice.cell(), choice));
            return choices;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether anybody was ever erased. */
    boolean anybodyErased(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT EXISTS (SELECT FROM erased_subject)");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Which of these references are of subjects that were erased. */
    Set<String> erasedAmong(Connection connection, Collection<String> refs) throws SQLException {
        Set<String> erased = new HashSet<>();
        query(
                connection,
                "SELECT subject_ref FROM erased_subject WHERE subject_ref = ANY (?)",
                refs,
                row -> erased.add(row.getString(1)));
        return erased;
    }

    /** Who is reached by these contact points, by contact reference. */
    Map<String, Set<String>> customersOf(Connection connection, Collection<String> contactRefs) throws SQLException {
        Map<String, Set<String>> customers = new HashMap<>();
        query(
                connection,
                "SELECT contact_ref, customer_id FROM contact_link WHERE contact_ref = ANY (?)",
                contactRefs,
                row -> customers
                        .computeIfAbsent(row.getString(1), none -> new HashSet<>())
                        .add(row.getString(2)));
        return customers;
    }

    /** What was refused at the contact points of these customers, and at these contact points, by key. */
    Map<String, Set<Cell>> refusedElsewhere(
            Connection connection, Collection<String> customerIds, Collection<String> contactRefs) throws SQLException {
        Map<String, Set<Cell>> refused = new HashMap<>();
        Reader reader = row -> refused.computeIfAbsent(row.getString(1), none -> new HashSet<>())
                .add(new Cell(row.getString(2), row.getString(3), row.getString(4)));
        query(connection, """
                SELECT 'c:' || l.customer_id, s.purpose, s.channel, s.brand
                  FROM contact_link l JOIN suppression s USING (contact_ref) WHERE l.customer_id = ANY (?)""", customerIds, reader);
        query(connection, """
                SELECT 'c:' || l.customer_id, c ->> 'purpose', c ->> 'channel', c ->> 'brand'
                  FROM contact_link l JOIN preferences p ON p.key = 'p:' || l.contact_ref
                       CROSS JOIN jsonb_array_elements(p.choices -> 'list') AS c
                 WHERE l.customer_id = ANY (?) AND c ->> 'allowed' = 'false'""", customerIds, reader);
        query(connection, """
                SELECT 'p:' || contact_ref, purpose, channel, brand FROM suppression WHERE contact_ref = ANY (?)""", contactRefs, reader);
        return refused;
    }

    void suppress(Connection connection, Collection<Suppression> suppressions) throws SQLException {
        if (suppressions.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO suppression (contact_ref, purpose, channel, brand, since, reason)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")) {
            for (Suppression one : suppressions) {
                insert.setString(1, one.contactRef());
                insert.setString(2, one.cell().purpose());
                insert.setString(3, one.cell().channel());
                insert.setString(4, one.cell().brand());
                insert.setObject(5, one.since().atOffset(ZoneOffset.UTC));
                insert.setString(6, one.reason().name());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void store(Connection connection, Collection<Changed> subjects, Instant now) throws SQLException {
        create(
                connection,
                subjects.stream().filter(subject -> !subject.before().exists()).toList(),
                now);
        update(
                connection,
                subjects.stream().filter(subject -> subject.before().exists()).toList(),
                now);
        append(connection, subjects);
    }

    private void create(Connection connection, List<Changed> subjects, Instant now) throws SQLException {
        if (subjects.isEmpty()) {
            return;
        }
        try (CopyText rows = CopyText.into(
                connection,
                "COPY preferences (key, version, created_at, changed_at, choices, ledger_head, untold_from) FROM STDIN")) {
            for (Changed subject : subjects) {
                rows.add(subject.before().key())
                        .add(subject.version())
                        .add(now)
                        .add(now)
                        .add(JsonColumns.choices(subject.choices()))
                        .add(subject.head())
                        .add(subject.untoldFrom())
                        .end();
            }
            rows.finish();
        }
    }

    private void append(Connection connection, Collection<Changed> subjects) throws SQLException {
        if (subjects.isEmpty()) {
            return;
        }
        try (CopyText rows = CopyText.into(connection, """
                COPY consent_record (key, version, recorded_at, source, actor, notice_version, language, changes, details,
                                     previous_hash, hash) FROM STDIN""")) {
            for (Changed subject : subjects) {
                for (Changed.Evident evident : subject.records()) {
                    add(rows, evident);
                }
            }
            rows.finish();
        }
    }

    private void add(CopyText rows, Changed.Evident evident) throws SQLException {
        CanonicalRecord record = evident.record();
        rows.add(record.key())
                .add(record.version())
                .add(record.evidence().at())
                .add(record.evidence().source().name())
                .add(record.evidence().actor())
                .add(record.evidence().noticeVersion())
                .add(record.evidence().language())
                .add(JsonColumns.changes(record.changes()))
                .add(JsonColumns.details(record.details()))
                .add(evident.previous())
                .add(evident.hash())
                .end();
    }

    private static String bytea(LedgerHash hash) {
        return "\\x" + hash.hex();
    }

    private void update(Connection connection, List<Changed> subjects, Instant now) throws SQLException {
        if (subjects.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE preferences p
                   SET version = u.version, changed_at = ?, choices = u.choices::jsonb, ledger_head = u.head::bytea,
                       untold_from = coalesce(p.untold_from, u.untold_from)
                  FROM unnest(?, ?, ?, ?, ?) AS u (key, version, choices, head, untold_from)
                 WHERE p.key = u.key""")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setArray(
                    2,
                    texts(
                            connection,
                            subjects.stream()
                                    .map(subject -> subject.before().key())
                                    .toList()));
            update.setArray(
                    3, longs(connection, subjects.stream().map(Changed::version).toList()));
            update.setArray(
                    4,
                    texts(
                            connection,
                            subjects.stream()
                                    .map(subject -> JsonColumns.choices(subject.choices()))
                                    .toList()));
            update.setArray(
                    5,
                    texts(
                            connection,
                            subjects.stream()
                                    .map(subject -> bytea(subject.head()))
                                    .toList()));
            update.setArray(
                    6,
                    longs(connection, subjects.stream().map(Changed::untoldFrom).toList()));
            update.executeUpdate();
        }
    }

    private static Array texts(Connection connection, Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private static Array longs(Connection connection, Collection<Long> values) throws SQLException {
        return connection.createArrayOf("bigint", values.toArray());
    }

    @FunctionalInterface
    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private static void query(Connection connection, String sql, Collection<String> values, Reader reader)
            throws SQLException {
        if (values.isEmpty()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, texts(connection, values));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }
}
