package org.privacypromise.preferences.legacyimport;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** Whom the systems do not know everything about yet. */
@ApplicationScoped
class WaitingRepository {

    private static final Duration GOOD_FOR = Duration.ofSeconds(1);

    private final DataSource database;
    private final Clock clock;
    private volatile Count last = new Count(0, Instant.EPOCH);

    private record Count(long subjects, Instant at) {}

    WaitingRepository(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** As of at most a second ago: there may be millions, and whoever watches an import asks often. */
    long toBeTold() throws SQLException {
        Instant now = clock.instant();
        if (last.at().isBefore(now.minus(GOOD_FOR))) {
            last = new Count(count(), now);
        }
        return last.subjects();
    }

    private long count() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT count(*) FROM preferences WHERE untold_from IS NOT NULL");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
