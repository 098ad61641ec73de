package org.privacypromise.preferences.legacyimport;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whom the systems do not know everything about yet. */
@ApplicationScoped
class WaitingRepository {

    private final DataSource database;

    WaitingRepository(DataSource database) {
        this.database = database;
    }

    long toBeTold() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT count(*) FROM preferences WHERE untold_from IS NOT NULL");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
