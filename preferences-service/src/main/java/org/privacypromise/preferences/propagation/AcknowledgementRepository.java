package org.privacypromise.preferences.propagation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest acknowledgement of each system for each subject, and those before it. */
@ApplicationScoped
class AcknowledgementRepository {

    /** The newest version of a subject's preferences, and when it came into being. */
    record Newest(long version, Instant changedAt) {}

    /**
     * @param news whether nothing newer had been acknowledged before
     * @param openSince when that version came into being, if it was waited for longer than a moment; else null
     */
    record Advance(boolean news, @Nullable Instant openSince) {}

    /**
     * Stores it unless a newer one is there, and waits for that system no longer. A repeat of the same version does not
     * move the time from which it has been in force.
     */
    Uni<Advance> advance(Acknowledgement acknowledgement) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        WITH before AS (
                            SELECT version, effective_from FROM acknowledgement WHERE key = ?2 AND system = ?1
                        ), advanced AS (
                            INSERT INTO acknowledgement AS a (system, key, version, effective_from)
                            VALUES (?1, ?2, ?3, ?4)
                            ON CONFLICT (key, system) DO UPDATE
                                SET version = EXCLUDED.version, effective_from = EXCLUDED.effective_from
                                WHERE a.version < EXCLUDED.version
                            RETURNING version
                        ), kept AS (
                            INSERT INTO acknowledgement_before (system, key, version, effective_from)
                            SELECT ?1, ?2, before.version, before.effective_from FROM before, advanced
                            ON CONFLICT DO NOTHING
                        ), settled AS (
                            DELETE FROM propagation_open WHERE key = ?2 AND system = ?1 AND version <= ?3
                            RETURNING version, changed_at
                        )
                        SELECT EXISTS (SELECT FROM advanced),
                               (SELECT changed_at FROM settled WHERE version = ?3)""", Tuple.class)
                        .setParameter(1, acknowledgement.system())
                        .setParameter(2, acknowledgement.key())
                        .setParameter(3, acknowledgement.version())
                        .setParameter(4, acknowledgement.effectiveFrom())
                        .getSingleResult())
                .map(row -> {
                    OffsetDateTime openSince = row.get(1, OffsetDateTime.class);
                    return new Advance(row.get(0, Boolean.class), openSince == null ? null : openSince.toInstant());
                });
    }

    /**
     * The newest version of a subject's preferences, null if there is none. Until the transaction ends the subject can be
     * changed, but not erased; and nobody begins to wait for what this system is about to acknowledge.
     */
    Uni<@Nullable Newest> newest(String key, String system) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT version, changed_at
                          FROM preferences, pg_advisory_xact_lock_shared(hashtextextended(?2, 8))
                         WHERE key = ?1 FOR KEY SHARE OF preferences""", Tuple.class)
                        .setParameter(1, key)
                        .setParameter(2, system)
                        .getSingleResultOrNull())
                .map(row -> row == null
                        ? null
                        : new Newest(
                                row.get(0, Long.class),
                                row.get(1, OffsetDateTime.class).toInstant()));
    }

    Uni<Integer> remove(Collection<String> keys) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("DELETE FROM acknowledgement_before WHERE key IN (?1)")
                        .setParameter(1, keys)
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery("DELETE FROM acknowledgement WHERE key IN (?1)")
                                .setParameter(1, keys)
                                .executeUpdate()));
    }

    /** Forgets what was replaced by newer acknowledgements and was in force from before this time. */
    Uni<Integer> removeReplacedBefore(Instant time) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "DELETE FROM acknowledgement_before WHERE effective_from < ?1")
                        .setParameter(1, time)
                        .executeUpdate());
    }

    Uni<List<Acknowledgement>> of(String key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT system, version, effective_from FROM acknowledgement WHERE key = ?1",
                                Tuple.class)
                        .setParameter(1, key)
                        .getResultList())
                .map(rows -> rows.stream().map(row -> read(key, row)).toList());
    }

    /** The same with those that were replaced by newer ones, as far back as they are kept. */
    Uni<List<Acknowledgement>> historyOf(String key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT system, version, effective_from FROM acknowledgement WHERE key = ?1
                        UNION ALL
                        SELECT system, version, effective_from FROM acknowledgement_before WHERE key = ?1""", Tuple.class)
                        .setParameter(1, key)
                        .getResultList())
                .map(rows -> rows.stream().map(row -> read(key, row)).toList());
    }

    private static Acknowledgement read(String key, Tuple row) {
        return new Acknowledgement(
                row.get(0, String.class),
                key,
                row.get(1, Long.class),
                row.get(2, OffsetDateTime.class).toInstant());
    }
}
