package org.privacypromise.fraudcheck;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.privacypromise.teststack.PostgreSqlResource;

/** Looks into the service's database from outside, and moves time in it. */
public final class Database {

    private Database() {}

    public static int update(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static List<String> texts(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static long count(String sql, Object... parameters) {
        return Long.parseLong(texts(sql, parameters).getFirst());
    }

    /** The tables in which a row has this text anywhere. */
    public static List<String> tablesWith(String text) {
        return texts(
                        "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname IN ('public', 'subject_keys')")
                .stream()
                .filter(table -> count(
                                "SELECT count(*) FROM " + table + " t WHERE lower(t::text) LIKE ?",
                                "%" + text.toLowerCase(java.util.Locale.ROOT) + "%")
                        > 0)
                .toList();
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + PostgreSqlResource.address() + "/fraudcheck", "postgres", "postgres");
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
