package org.privacypromise.teststack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * Gives a Quarkus test a database on a real PostgreSQL, started once per module run. The argument {@code database}
 * names it ({@code test} unless given); it is empty the first time a module asks for it.
 */
public final class PostgreSqlResource implements QuarkusTestResourceLifecycleManager {

    private String database = "test";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        String address = address();
        createDatabase(address, database);
        return Map.of(
                "quarkus.datasource.db-kind",
                "postgresql",
                "quarkus.datasource.username",
                PostgreSqlServer.USER,
                "quarkus.datasource.password",
                PostgreSqlServer.USER,
                "quarkus.datasource.reactive.url",
                "postgresql://" + address + "/" + database,
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://" + address + "/" + database);
    }

    /** {@code host:port} of the module's server, starting it if need be: for tests without Quarkus. */
    public static String address() {
        return OncePerModule.address("postgresql", () -> {
            try {
                return "127.0.0.1:" + PostgreSqlServer.throwaway().port();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        });
    }

    /** Creates an empty database on the server at {@code address} unless it exists. */
    public static void createDatabase(String address, String name) {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + address + "/postgres", PostgreSqlServer.USER, PostgreSqlServer.USER);
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE \"" + name + "\"");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the database " + name, e);
        }
    }

    /** Does nothing: the server serves the whole module run and ends with the JVM. */
    @Override
    public void stop() {}
}
