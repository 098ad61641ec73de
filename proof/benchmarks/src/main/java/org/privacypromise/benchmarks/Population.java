package org.privacypromise.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.privacypromise.local.LocalStack;

/**
 * Customers as they would have come about: each with four choices of their own, the evidence of them, chained as the
 * service chains it, and both systems' acknowledgement. Made by SQL, for a million of them by HTTP would take hours.
 */
final class Population {

    /** Where the service is not: its limit works here. */
    static final String LIMIT = "preferences_limit";

    /** Where the customers are while they are not looked at. */
    private static final String ASIDE = "preferences_aside";

    private final LocalStack stack;
    private final List<Cell> cells;

    Population(LocalStack stack, List<Cell> cells) {
        this.stack = stack;
        this.cells = cells;
    }

    /** A place in the matrix of choices, which the customer decides about. */
    record Cell(String purpose, String channel, String brand) {

        String json() {
            return "\"purpose\": \"%s\", \"channel\": \"%s\", \"brand\": \"%s\"".formatted(purpose, channel, brand);
        }
    }

    static String customer(int number) {
        return "bench-" + number;
    }

    /** Cells that nobody has decided about yet. */
    List<Cell> untouched() {
        return cells.subList(Math.min(4, cells.size()), cells.size());
    }

    /** The first cell that everybody has decided about. */
    Cell decided() {
        return cells.getFirst();
    }

    List<Cell> cells() {
        return cells;
    }

    /** Makes those from this number to that one, both included. */
    void make(int from, int to, String noticeVersion) {
        List<Cell> chosen = cells.subList(0, Math.min(4, cells.size()));
        String changes = chosen.stream()
                .map(cell -> "{\"cell\": {%s}, \"allowed\": true}".formatted(cell.json()))
                .collect(Collectors.joining(", ", "{\"list\": [", "]}"));
        String choices = chosen.stream()
                .map(cell -> "{%s, \"allowed\": true, \"since\": \"2026-01-01T00:00:00Z\", \"source\": \"CUSTOMER\","
                                .formatted(cell.json())
                        + " \"noticeVersion\": \"%s\", \"language\": \"en\"}".formatted(noticeVersion))
                .collect(Collectors.joining(", ", "{\"list\": [", "]}"));
        try (Connection database = stack.admin("preferences");
                Statement sql = database.createStatement()) {
            sql.execute("""
                    INSERT INTO consent_record
                           (key, version, recorded_at, source, actor, notice_version, language, changes)
                    SELECT 'c:bench-' || n, 2, '2026-01-01T00:00:00Z', 'CUSTOMER', 'bench-' || n, '%s', 'en', '%s'::jsonb
                      FROM generate_series(%d, %d) AS n""".formatted(noticeVersion, changes, from, to));
            sql.execute("""
                    INSERT INTO preferences (key, version, created_at, changed_at, choices, ledger_head)
                    SELECT key, 2, recorded_at, recorded_at, '%s'::jsonb, hash
                      FROM consent_record WHERE key LIKE 'c:bench-%%' AND version = 2
                        ON CONFLICT DO NOTHING""".formatted(choices));
            sql.execute("""
                    INSERT INTO acknowledgement (system, key, version, effective_from)
                    SELECT system, 'c:bench-' || n, 2, '2026-01-01T00:00:01Z'
                      FROM generate_series(%d, %d) AS n, unnest(ARRAY['orders', 'marketing']) AS system""".formatted(from, to));
            sql.execute("VACUUM ANALYZE");
            sql.execute("CHECKPOINT");
        } catch (SQLException e) {
            throw new IllegalStateException("the customers could not be made", e);
        }
    }

    /**
     * Keeps two copies of the customers as they are now: one for what the service is compared with, one to be exchanged
     * for whatever is there by then. The service is restarted for it, so this comes before any warm-up.
     */
    void copy() {
        stack.backup("preferences");
        asSuperuser(
                "DROP DATABASE IF EXISTS " + LIMIT + " WITH (FORCE)",
                "DROP DATABASE IF EXISTS " + ASIDE + " WITH (FORCE)",
                "ALTER DATABASE preferences_backup RENAME TO " + LIMIT,
                "CREATE DATABASE %s TEMPLATE %s OWNER %s".formatted(ASIDE, LIMIT, stack.databaseUser("preferences")));
    }

    /**
     * Puts the other customers in front of the service, which goes on as it is: warm, and with connections to make anew.
     */
    void swap() {
        String inUse = "preferences";
        String between = "preferences_between";
        asSuperuser(
                "ALTER DATABASE preferences ALLOW_CONNECTIONS false",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname IN ('%s', '%s')"
                        .formatted(inUse, ASIDE),
                "ALTER DATABASE %s RENAME TO %s".formatted(inUse, between),
                "ALTER DATABASE %s RENAME TO %s".formatted(ASIDE, inUse),
                "ALTER DATABASE %s RENAME TO %s".formatted(between, ASIDE),
                "ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(ASIDE));
    }

    private void asSuperuser(String... statements) {
        try (Connection server = stack.admin();
                Statement sql = server.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the databases could not be exchanged", e);
        }
    }
}
