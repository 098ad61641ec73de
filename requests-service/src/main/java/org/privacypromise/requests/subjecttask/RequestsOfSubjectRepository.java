package org.privacypromise.requests.subjecttask;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import org.privacypromise.subjecttasks.KnownSubject;

/** Whom this service holds something about that an erasure would take. */
@ApplicationScoped
class RequestsOfSubjectRepository {

    // What an erasure leaves, the record of the request itself, does not count.
    private static final String KNOWN = """
            SELECT key, min(since) FROM (
                SELECT coalesce('c:' || customer_id, 'p:' || contact_ref) AS key, received_at AS since FROM request r
                WHERE (tracking_key_hash IS NOT NULL AND asked_for = 'ACCESS')
                    OR EXISTS (SELECT FROM content WHERE request_id = r.id)
                    OR EXISTS (SELECT FROM correction WHERE request_id = r.id)
                UNION ALL
                SELECT 'p:' || contact_ref, concluded_at FROM verification) AS held
            WHERE key COLLATE "C" > ?1 GROUP BY key ORDER BY key COLLATE "C" LIMIT ?2""";

    // What is still being answered ends by itself.
    private static final String LEFT = """
            SELECT (SELECT count(*) FROM request r
                    WHERE (customer_id = ANY (?1) OR (customer_id IS NULL AND contact_ref = ANY (?2)))
                        AND closed_at IS NOT NULL
                        AND (tracking_key_hash IS NOT NULL OR EXISTS (SELECT FROM content WHERE request_id = r.id)
                            OR EXISTS (SELECT FROM correction WHERE request_id = r.id)))
                + (SELECT count(*) FROM verification WHERE contact_ref = ANY (?2))""";

    /** How many requests and verifications hold something that an erasure would take. */
    Uni<Long> left(List<String> customerIds, List<String> contactRefs) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LEFT, Long.class)
                        .setParameter(1, customerIds.toArray(String[]::new))
                        .setParameter(2, contactRefs.toArray(String[]::new))
                        .getSingleResult());
    }

    Uni<List<KnownSubject>> known(String after, int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KNOWN, Tuple.class)
                        .setParameter(1, after)
                        .setParameter(2, limit)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new KnownSubject(
                                row.get(0, String.class),
                                row.get(1, OffsetDateTime.class).toInstant()))
                        .toList());
    }
}
