package org.privacypromise.preferences.propagation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each system has still to acknowledge. Nobody is looked at twice: a change is found by its time once, and what has
 * then not been acknowledged is remembered by itself. So it costs the same however many customers there are.
 */
@ApplicationScoped
class PropagationStatusRepository {

    /**
     * A system's state when it was last counted.
     *
     * @param backlog how many changes it has not acknowledged
     * @param overdue how many of them longer than its target time
     * @param oldestAt when the oldest of them was made
     */
    record Status(
            String system,
            Instant knownSince,
            long backlog,
            long overdue,
            @Nullable Instant oldestAt,
            Instant countedAt) {}

    /** Has an effect the first time only. */
    Uni<Integer> know(String system, Instant since) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        INSERT INTO propagation_status (system, known_since) VALUES (?1, ?2) ON CONFLICT DO NOTHING""")
                        .setParameter(1, system)
                        .setParameter(2, since)
                        .executeUpdate());
    }

    /** Whether it is time to look after this system again, and nobody else does; then nobody will until the commit. */
    Uni<Boolean> take(String system, Instant countedBefore) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT system FROM propagation_status WHERE system = ?1 AND counted_at < ?2
                        FOR UPDATE SKIP LOCKED""", String.class)
                        .setParameter(1, system)
                        .setParameter(2, countedBefore)
                        .getSingleResultOrNull())
                .map(found -> found != null);
    }

    /** Until the commit nothing of this system is acknowledged; who is about to is waited for. */
    Uni<Void> holdAcknowledgements(String system) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1, 8))", Integer.class)
                        .setParameter(1, system)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /**
     * Looks at the next changes that were made before a moment ago, and remembers those that are not acknowledged.
     *
     * @return how many were looked at
     */
    Uni<Long> advance(String system, Duration target, Instant momentAgo, int limit) {
        // A change is committed a little after the time that it carries: who is still at it is waited for.
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        WITH next AS MATERIALIZED (
                            SELECT p.key, p.version, p.changed_at, p.untold_from, s.known_since
                              FROM propagation_status s, preferences p
                             WHERE s.system = ?1 AND (p.changed_at, p.key) > (s.seen_at, s.seen_key)
                               AND p.changed_at <= least(?3, (
                                   SELECT coalesce(min(xact_start), 'infinity') - interval '10 s' FROM pg_stat_activity
                                    WHERE datname = current_database() AND pid <> pg_backend_pid()))
                             ORDER BY p.changed_at, p.key LIMIT ?4
                        ), opened AS (
                            INSERT INTO propagation_open (system, key, version, changed_at, due_at)
                            SELECT ?1, key, version, changed_at, greatest(changed_at, known_since) + ?2 * interval '1 s'
                              FROM next
                             WHERE untold_from IS NULL
                               AND NOT EXISTS (SELECT FROM acknowledgement a
                                                WHERE a.key = next.key AND a.system = ?1 AND a.version >= next.version)
                            ON CONFLICT DO NOTHING
                        ), last AS (
                            SELECT changed_at, key FROM next ORDER BY changed_at DESC, key DESC LIMIT 1
                        ), seen AS (
                            UPDATE propagation_status s SET seen_at = last.changed_at, seen_key = last.key
                              FROM last WHERE s.system = ?1
                        )
                        SELECT count(*) FROM next""", Long.class)
                        .setParameter(1, system)
                        .setParameter(2, (double) target.toSeconds())
                        .setParameter(3, momentAgo)
                        .setParameter(4, limit)
                        .getSingleResult());
    }

    /** Counts what is open, and what came after what was looked at. */
    Uni<Void> count(String system, Duration target, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        WITH young AS (
                            SELECT p.changed_at
                              FROM propagation_status s, preferences p
                             WHERE s.system = ?1 AND (p.changed_at, p.key) > (s.seen_at, s.seen_key)
                               AND p.untold_from IS NULL
                               AND NOT EXISTS (SELECT FROM acknowledgement a
                                                WHERE a.key = p.key AND a.system = ?1 AND a.version >= p.version)
                             LIMIT ?4
                        )
                        UPDATE propagation_status s
                           SET backlog = (SELECT count(*) FROM young)
                                       + (SELECT count(*) FROM propagation_open WHERE system = ?1),
                               overdue = (SELECT count(*) FROM young
                                           WHERE greatest(changed_at, s.known_since) + ?2 * interval '1 s' < ?3)
                                       + (SELECT count(*) FROM propagation_open WHERE system = ?1 AND due_at < ?3),
                               oldest_at = least((SELECT min(changed_at) FROM propagation_open WHERE system = ?1),
                                                 (SELECT min(changed_at) FROM young)),
                               counted_at = ?3
                         WHERE s.system = ?1""")
                        .setParameter(1, system)
                        .setParameter(2, (double) target.toSeconds())
                        .setParameter(3, now)
                        .setParameter(4, 100_000)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<List<Status>> all() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT system, known_since, backlog, overdue, oldest_at, counted_at FROM propagation_status
                         WHERE counted_at > '-infinity'""", Tuple.class).getResultList())
                .map(rows ->
                        rows.stream().map(PropagationStatusRepository::read).toList());
    }

    private static Status read(Tuple row) {
        OffsetDateTime oldest = row.get(4, OffsetDateTime.class);
        return new Status(
                row.get(0, String.class),
                row.get(1, OffsetDateTime.class).toInstant(),
                row.get(2, Long.class),
                row.get(3, Long.class),
                oldest == null ? null : oldest.toInstant(),
                row.get(5, OffsetDateTime.class).toInstant());
    }
}
