package org.privacypromise.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.privacypromise.faults.Scene.Person;
import org.privacypromise.faults.history.Cell;
import org.privacypromise.faults.history.Invariant;
import org.privacypromise.local.LocalStack;

/**
 * What a faulty preferences-service would leave behind, made with the superuser's hands while the broker is away. A
 * checker that does not find each of them proves nothing.
 */
enum SeededBug {
    /** As if it answered before its commit, and died in between: state, evidence and events are as they were before. */
    LOST_COMMIT("a change was acknowledged, and its commit is lost", Invariant.I1_ACKNOWLEDGED_STAYS) {
        @Override
        List<String> harm(String key) {
            return List.of(
                    "DELETE FROM outbox WHERE " + about(key, 4),
                    "DELETE FROM consent_record WHERE key = '%s' AND version = 4".formatted(key),
                    """
                    UPDATE preferences p SET version = 3, choices = kept.choices, ledger_head =
                           (SELECT hash FROM consent_record r WHERE r.key = p.key ORDER BY version DESC LIMIT 1)
                      FROM kept WHERE kept.key = p.key""");
        }
    },
    /** As a relay that goes by {@code id > last} loses what commits late. */
    LOST_EVENT("an event was lost between commit and publication", Invariant.I5_VERSIONS_IN_ORDER) {
        @Override
        List<String> harm(String key) {
            return List.of("DELETE FROM outbox WHERE topic = 'preferences.events.v1' AND " + about(key, 3));
        }
    },
    /** As two relays at once would publish. */
    SWAPPED_EVENTS("an event was published after the one that follows it", Invariant.I5_VERSIONS_IN_ORDER) {
        @Override
        List<String> harm(String key) {
            return List.of("""
                    WITH taken AS (DELETE FROM outbox WHERE topic = 'preferences.events.v1' AND %s RETURNING *)
                    INSERT INTO outbox (event_id, topic, event_key, type, data_schema, event_time, payload)
                    SELECT event_id, topic, event_key, type, data_schema, event_time, payload FROM taken""".formatted(about(key, 3)));
        }
    },
    /** As a writer that does not lock would: one of two changes at once is overwritten. */
    REVERSED_OPT_OUT("an opt-out was overwritten without a trace", Invariant.I1_ACKNOWLEDGED_STAYS) {
        @Override
        List<String> harm(String key) {
            return List.of("""
                    UPDATE preferences SET choices = replace(choices::text, '"allowed": false', '"allowed": true')::jsonb
                     WHERE key = '%s'""".formatted(key));
        }
    },
    /** As somebody would who wants another past; the ledger is broken from then on. */
    FORGED_RECORD("a record of the ledger was altered", Invariant.I8_LEDGER_VERIFIES) {
        @Override
        List<String> harm(String key) {
            return List.of("""
                    UPDATE consent_record SET changes = replace(changes::text, '"allowed": false', '"allowed": true')::jsonb
                     WHERE key = '%s' AND version = 4""".formatted(key));
        }
    };

    private final String inWords;
    private final Invariant broken;

    SeededBug(String inWords, Invariant broken) {
        this.inWords = inWords;
        this.broken = broken;
    }

    /** The statements that do it to this subject, whose last version is 4. */
    abstract List<String> harm(String key);

    private static String about(String key, long version) {
        return "event_key = '%s' AND convert_from(payload, 'UTF8')::jsonb ->> 'version' = '%d'".formatted(key, version);
    }

    /** What the checker must say. */
    Invariant broken() {
        return broken;
    }

    /** Has somebody choose three times, the last time to opt out, and does the harm. */
    void strike(LocalStack stack, Person person, Cell cell, Writer writer) {
        writer.change(person, Map.of(cell, false));
        writer.change(person, Map.of(cell, true));
        try (Connection database = stack.admin("preferences");
                Statement sql = database.createStatement()) {
            sql.execute("CREATE TEMPORARY TABLE kept AS SELECT key, choices FROM preferences WHERE key = '%s'"
                    .formatted(person.key()));
            writer.change(person, Map.of(cell, false));
            // No trigger notices.
            sql.execute("SET session_replication_role = replica");
            database.setAutoCommit(false);
            for (String harm : harm(person.key())) {
                if (sql.executeUpdate(harm) == 0) {
                    throw new IllegalStateException("the bug " + this + " did no harm: " + harm);
                }
            }
            database.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the bug " + this + " could not be seeded", e);
        }
    }

    /** @throws IllegalArgumentException if there is none of this name */
    static SeededBug named(String name) {
        return Arrays.stream(values())
                .filter(bug -> bug.option().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no bug " + name + "."));
    }

    /** One line for each. */
    static String table() {
        return Arrays.stream(values())
                .map(bug -> "                    %-18s %s%n".formatted(bug.option(), bug.inWords))
                .collect(Collectors.joining());
    }

    private String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return option();
    }
}
