package org.privacypromise.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The databases of the stack, each with a user of its own that owns it and can enter no other. */
final class Databases {

    /** Who has a database; the last one is created last. */
    static final List<String> OWNERS =
            List.of("identity", "preferences", "requests", "fraud-check", "orders", "marketing");

    private Databases() {}

    /** The name of this part's database, and of its user. */
    static String name(String owner) {
        return owner.replace("-", "");
    }

    /** Creates what is missing and sets every password to the one in the secrets. */
    static void create(Connection superuser, Secrets secrets) throws SQLException {
        try (Statement sql = superuser.createStatement()) {
            sql.execute("ALTER ROLE postgres PASSWORD '%s'".formatted(secrets.password("database/postgres")));
            for (String owner : OWNERS) {
                String name = name(owner);
                if (!exists(sql, "SELECT 1 FROM pg_roles WHERE rolname = '%s'".formatted(name))) {
                    sql.execute("CREATE ROLE %s LOGIN".formatted(name));
                }
                sql.execute("ALTER ROLE %s PASSWORD '%s'".formatted(name, secrets.password("database/" + owner)));
                if (!exists(sql, "SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(name))) {
                    sql.execute("CREATE DATABASE %s OWNER %s".formatted(name, name));
                }
                sql.execute("REVOKE CONNECT ON DATABASE %s FROM PUBLIC".formatted(name));
            }
        }
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (var row = sql.executeQuery(query)) {
            return row.next();
        }
    }

    /** Whether the database that is created last can be entered. */
    static boolean healthy(Site site) {
        String owner = OWNERS.getLast();
        String url = "jdbc:" + site.databaseAddress(name(owner)) + "?connectTimeout=3&socketTimeout=3";
        try (var connection =
                DriverManager.getConnection(url, name(owner), site.secrets().password("database/" + owner))) {
            return connection.isValid(3);
        } catch (SQLException e) {
            return false;
        }
    }
}
