package org.privacypromise.preferences.choice;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the systems have been told what a new notice means for choices made before it. */
@ApplicationScoped
class NoticeSpreadRepository {

    /** Has an effect the first time only. */
    Uni<Void> begin(String version, Instant firstAttempt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        INSERT INTO notice_spread (version, told_up_to, next_attempt_at)
                        VALUES (?1, '', ?2) ON CONFLICT DO NOTHING""")
                        .setParameter(1, version)
                        .setParameter(2, firstAttempt)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The key up to which they have been told, if it is time to go on; then nobody else does so until {@code until}. */
    Uni<@Nullable String> take(String version, Instant now, Instant until) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        UPDATE notice_spread SET next_attempt_at = ?3
                        WHERE version = ?1 AND done_at IS NULL AND next_attempt_at <= ?2
                        RETURNING told_up_to""", String.class)
                        .setParameter(1, version)
                        .setParameter(2, now)
                        .setParameter(3, until)
                        .getSingleResultOrNull());
    }

    /** The next batch may be taken at once. */
    Uni<Void> advance(String version, String toldUpTo, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        UPDATE notice_spread SET told_up_to = ?2, next_attempt_at = ?3 WHERE version = ?1""")
                        .setParameter(1, version)
                        .setParameter(2, toldUpTo)
                        .setParameter(3, now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> finish(String version, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("UPDATE notice_spread SET done_at = ?2 WHERE version = ?1")
                        .setParameter(1, version)
                        .setParameter(2, now)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
