package org.privacypromise.teststack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the module's PostgreSQL is really sent, whoever sends it and by whatever library: it says so itself. Writes down
 * every statement while it is open.
 */
public final class StatementLog implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection superuser;
    private final long begun;

    private StatementLog(Connection superuser) throws SQLException {
        this.superuser = superuser;
        this.begun = Long.parseLong(one("SELECT (pg_stat_file(pg_current_logfile('jsonlog'))).size"));
        run("ALTER SYSTEM SET log_statement = 'all'");
        run("SELECT pg_reload_conf()");
    }

    public static StatementLog open() throws SQLException {
        StatementLog log = new StatementLog(DriverManager.getConnection(
                "jdbc:postgresql://" + PostgreSqlResource.address() + "/postgres",
                PostgreSqlServer.USER,
                PostgreSqlServer.USER));
        // Each session reads its settings anew before its next statement, once it was told to.
        log.one("SELECT pg_sleep(0.3)");
        return log;
    }

    /**
     * The transactions that had to do with this parameter, each with its statements in their order, without BEGIN and
     * COMMIT. A statement outside a transaction is one of its own.
     */
    public List<List<String>> transactionsAbout(String parameter) throws SQLException {
        Map<String, List<JsonNode>> transactions = new LinkedHashMap<>();
        one("SELECT pg_read_file(pg_current_logfile('jsonlog'), " + begun + ", 100000000)")
                .lines()
                .map(StatementLog::read)
                .filter(line -> line.has("vxid") && line.has("message"))
                .forEach(line -> transactions
                        .computeIfAbsent(
                                line.path("pid").asText() + " "
                                        + line.path("vxid").asText(),
                                none -> new ArrayList<>())
                        .add(line));
        return transactions.values().stream()
                .filter(lines -> lines.stream().anyMatch(line -> line.toString().contains(parameter)))
                .map(StatementLog::statements)
                .toList();
    }

    private static List<String> statements(List<JsonNode> lines) {
        return lines.stream()
                .map(line -> line.path("message").asText())
                .filter(message -> message.startsWith("execute ") || message.startsWith("statement: "))
                .map(message -> message.substring(message.indexOf(": ") + 2))
                .filter(statement -> !statement.matches("(?i)begin|commit"))
                .toList();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of the log that is no JSON", e);
        }
    }

    private String one(String query) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        run("ALTER SYSTEM RESET log_statement");
        run("SELECT pg_reload_conf()");
        superuser.close();
    }
}
