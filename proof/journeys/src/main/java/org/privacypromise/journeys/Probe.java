package org.privacypromise.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.privacypromise.local.LocalStack;

/** Looks for somebody in every table of every database, as nobody in the suite can: as the database's superuser. */
record Probe(LocalStack stack) {

    private static final List<String> DATABASES =
            List.of("identity", "preferences", "requests", "fraud-check", "orders", "marketing");

    /** Every table, as {@code database.table}, with a row that holds one of these texts anywhere. */
    List<String> tablesWith(String... texts) {
        List<String> found = new ArrayList<>();
        for (String database : DATABASES) {
            try (Connection connection = stack.admin(database)) {
                for (String table : tables(connection)) {
                    for (String text : texts) {
                        if (rows(connection, table, text) > 0 && !found.contains(database + "." + table)) {
                            found.add(database + "." + table);
                        }
                    }
                }
            } catch (SQLException e) {
                throw new AssertionError("cannot look into " + database, e);
            }
        }
        return found;
    }

    /** How many tables there are to look into. */
    int tables() {
        int tables = 0;
        for (String database : DATABASES) {
            try (Connection connection = stack.admin(database)) {
                tables += tables(connection).size();
            } catch (SQLException e) {
                throw new AssertionError("cannot look into " + database, e);
            }
        }
        return tables;
    }

    /** Every log file that holds this text. */
    List<String> logsWith(String text) {
        try (Stream<Path> logs = Files.list(stack.state().resolve("logs"))) {
            return logs.filter(log -> holds(log, text))
                    .map(log -> log.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path log, String text) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.contains(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection
                .createStatement()
                .executeQuery("SELECT CASE schemaname WHEN 'public' THEN tablename"
                        + " ELSE schemaname || '.' || tablename END FROM pg_tables"
                        + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
                        + " AND tablename <> 'flyway_schema_history' ORDER BY 1")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    private static long rows(Connection connection, String table, String text) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT count(*) FROM %s AS t WHERE position(? IN t::text) > 0".formatted(table))) {
            query.setString(1, text);
            ResultSet counted = query.executeQuery();
            counted.next();
            return counted.getLong(1);
        }
    }
}
