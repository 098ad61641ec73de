package org.privacypromise.preferences.purpose;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.privacypromise.preferences.purpose.notice.Notice;

/** Every notice that was ever in use. The start of the service waits for it, as it does for the migrations. */
@ApplicationScoped
class NoticeVersionRepository {

    private final DataSource atStart;

    NoticeVersionRepository(DataSource atStart) {
        this.atStart = atStart;
    }

    /** A version and since when it has been in use. */
    record InUse(String version, Instant since) {}

    /** A notice, since when it has been in use, and its JSON as stored. */
    record Stored(Instant since, String json) {

        Notice notice() {
            return NoticeJson.read(json);
        }
    }

    /** Stores the notice unless its version has been in use before. Several replicas may do so at once. */
    void keep(Notice notice, Instant now) {
        String sql =
                "INSERT INTO notice_version (version, in_use_since, content) VALUES (?, ?, ?::jsonb) ON CONFLICT DO NOTHING";
        try (var connection = atStart.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, notice.version());
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setString(3, NoticeJson.write(notice));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The notice cannot be stored: is the database there?", e);
        }
    }

    /** All of them, the oldest first. */
    List<Stored> all() {
        String sql = "SELECT in_use_since, content FROM notice_version ORDER BY in_use_since, version";
        try (var connection = atStart.getConnection();
                var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            List<Stored> all = new ArrayList<>();
            while (rows.next()) {
                all.add(new Stored(rows.getObject(1, OffsetDateTime.class).toInstant(), rows.getString(2)));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("The notices cannot be read: is the database there?", e);
        }
    }

    /** The newest first. */
    Uni<List<InUse>> versions() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT version, in_use_since FROM notice_version ORDER BY in_use_since DESC, version DESC",
                                Tuple.class)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new InUse(
                                row.get(0, String.class),
                                row.get(1, OffsetDateTime.class).toInstant()))
                        .toList());
    }

    Uni<Optional<Stored>> find(String version) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT in_use_since, content::text FROM notice_version WHERE version = ?1",
                                Tuple.class)
                        .setParameter(1, version)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row)
                        .map(found -> new Stored(
                                found.get(0, OffsetDateTime.class).toInstant(), found.get(1, String.class))));
    }
}
