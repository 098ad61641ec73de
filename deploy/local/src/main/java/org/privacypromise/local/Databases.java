package org.privacypromise.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.privacypromise.teststack.PostgreSqlServer;

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
                if (!found(sql, "SELECT 1 FROM pg_roles WHERE rolname = '%s'".formatted(name))) {
                    sql.execute("CREATE ROLE %s LOGIN".formatted(name));
                }
                sql.execute("ALTER ROLE %s PASSWORD '%s'".formatted(name, secrets.password("database/" + owner)));
                if (!exists(sql, name)) {
                    sql.execute("CREATE DATABASE %s OWNER %s".formatted(name, name));
                }
                onlyForItsOwner(sql, name);
            }
        }
    }

    private static void onlyForItsOwner(Statement sql, String database) throws SQLException {
        sql.execute("REVOKE CONNECT ON DATABASE %s FROM PUBLIC".formatted(database));
    }

    /** Copies the whole database of this owner, in place of an earlier copy. Whoever uses either is disconnected. */
    static void backUp(Connection superuser, String owner) throws SQLException {
        copy(superuser, owner, name(owner), backupName(owner));
    }

    /**
     * Puts the last copy in the place of the owner's database. Whoever uses either is disconnected.
     *
     * @throws StackException if there is no copy
     */
    static void restore(Connection superuser, String owner) throws SQLException {
        try (Statement sql = superuser.createStatement()) {
            if (!exists(sql, backupName(owner))) {
                throw new StackException("There is no backup of " + owner + " to restore: make one first.");
            }
        }
        copy(superuser, owner, backupName(owner), name(owner));
    }

    private static void copy(Connection superuser, String owner, String from, String to) throws SQLException {
        try (Statement sql = superuser.createStatement()) {
            sql.execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(to));
            sql.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'".formatted(from));
            sql.execute("CREATE DATABASE %s TEMPLATE %s OWNER %s".formatted(to, from, name(owner)));
            // A template's rights are not copied with it.
            onlyForItsOwner(sql, to);
        }
    }

    private static String backupName(String owner) {
        return name(owner) + "_backup";
    }

    private static boolean exists(Statement sql, String database) throws SQLException {
        return found(sql, "SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(database));
    }

    /** A connection to this database as the server's superuser, who sees everything. */
    static Connection asSuperuser(Site site, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + site.databaseAddress(database),
                PostgreSqlServer.USER,
                site.secrets().password("database/postgres"));
    }

    private static boolean found(Statement sql, String query) throws SQLException {
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
