package org.privacypromise.preferences.ledger;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;

/** The places and hashes of all records there ever were: of those that were released nothing else is left. */
@ApplicationScoped
class LeafRepository {

    /** Those between these IDs, in their order, as of one moment. */
    Uni<List<Leaf>> between(long afterId, long upToId, int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                SELECT id, encode(hash, 'hex') FROM (
                                    SELECT id, hash FROM consent_record WHERE id > ?1 AND id <= ?2
                                    UNION ALL
                                    SELECT id, hash FROM released_record WHERE id > ?1 AND id <= ?2) AS leaf
                                 ORDER BY id LIMIT ?3""", Tuple.class)
                        .setParameter(1, afterId)
                        .setParameter(2, upToId)
                        .setParameter(3, limit)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Leaf(row.get(0, Long.class), row.get(1, String.class)))
                        .toList());
    }

    /**
     * How far the ledger reaches now. A record below may still be missing: whoever took a lower ID may commit later. The
     * transactions that may be doing so come along.
     */
    Uni<Reach> reach() {
        // First how far, then who is writing: in one statement the order would be the database's.
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT greatest((SELECT coalesce(max(id), 0) FROM consent_record),
                                        (SELECT coalesce(max(id), 0) FROM released_record))
                        """, Long.class)
                        .getSingleResult()
                        .chain(upToId -> session.createNativeQuery("""
                                SELECT coalesce(string_agg(virtualtransaction, ','), '') FROM pg_locks
                                 WHERE relation = 'consent_record'::regclass AND mode = 'RowExclusiveLock'
                                   AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                                """, String.class)
                                .getSingleResult()
                                .map(writers -> new Reach(upToId, writers))));
    }

    /** Whether all of these transactions have ended; if not, the database takes a moment to say so. */
    Uni<Boolean> haveEnded(String transactions) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT CASE WHEN writing = 0 THEN true ELSE pg_sleep(0.02)::text IS NULL END
                          FROM (SELECT count(*) AS writing FROM pg_locks
                                 WHERE virtualtransaction = ANY (string_to_array(?1, ','))) AS others
                        """, Boolean.class)
                        .setParameter(1, transactions)
                        .getSingleResult());
    }

    /**
     * @param upToId the highest ID that was committed
     * @param writers the transactions that had written to the ledger and not ended
     */
    record Reach(long upToId, String writers) {}
}
