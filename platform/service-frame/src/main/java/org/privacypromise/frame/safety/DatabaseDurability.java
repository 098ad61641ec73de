package org.privacypromise.frame.safety;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** What the database says of whether it keeps what it has confirmed. Blocks: for the start only. */
@Singleton
class DatabaseDurability {

    private static final String PARAMETERS = """
            SELECT name, setting FROM pg_settings
             WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')""";

    private final Instance<DataSource> databases;

    DatabaseDurability(Instance<DataSource> databases) {
        this.databases = databases;
    }

    /** Empty if there is no database; one that does not answer is no matter of safety: others will say so. */
    Map<String, String> parameters() {
        return databases.isResolvable() ? of(databases.get()) : Map.of();
    }

    private static Map<String, String> of(DataSource database) {
        Map<String, String> parameters = new HashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(PARAMETERS)) {
            while (rows.next()) {
                parameters.put(rows.getString("name"), rows.getString("setting"));
            }
        } catch (SQLException e) {
            return Map.of();
        }
        return parameters;
    }
}
