package org.privacypromise.identity;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service's database, as whoever stole it would read it. */
public final class Database {

    private Database() {}

    /** Every row of every table, as text behind the table's name. */
    public static List<String> everyRow() {
        List<String> rows = new ArrayList<>();
        for (String table : texts("SELECT table_schema || '.' || table_name FROM information_schema.tables"
                + " WHERE table_schema IN ('public', 'subject_keys')")) {
            texts("SELECT t::text FROM " + table + " t").forEach(row -> rows.add(table + row));
        }
        return rows;
    }

    /** The first column of each row. */
    public static List<String> texts(String query, Object... parameters) {
        try (Connection connection = connect();
                var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row. */
    public static String text(String query, Object... parameters) {
        return texts(query, parameters).getFirst();
    }

    public static void change(String statement, Object... parameters) {
        try (Connection connection = connect();
                var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect() throws SQLException {
        var config = ConfigProvider.getConfig();
        String user = config.getValue("quarkus.datasource.username", String.class);
        return DriverManager.getConnection(config.getValue("quarkus.datasource.jdbc.url", String.class), user, user);
    }
}
