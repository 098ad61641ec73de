package org.privacypromise.requests.retention;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Requests whose time is over. What belongs to a request goes with it: the tables say so. */
@ApplicationScoped
class OldRequestRepository {

    private static final String OLD = """
            SELECT id FROM request WHERE closed_at < ?1
                AND NOT EXISTS (SELECT FROM kept_data
                    WHERE request_id = request.id AND release_on IS NOT NULL AND released_at IS NULL)
                AND NOT EXISTS (SELECT FROM task WHERE request_id = request.id AND state = 'HELD')
                AND NOT EXISTS (SELECT FROM legal_hold
                    WHERE customer_id = request.customer_id AND lifted_at IS NULL)
            ORDER BY closed_at LIMIT ?2 FOR UPDATE SKIP LOCKED""";

    // Their histories are append-only for everybody else.
    private static final String TIME_IS_OVER = "SELECT set_config('privacy.retention_over', 'yes', true)";
    private static final List<String> ERASE = List.of(
            "DELETE FROM verdict WHERE screening_id IN (SELECT id::text FROM request WHERE id = ANY (?1))",
            "DELETE FROM verification WHERE id IN (SELECT verification_id FROM request WHERE id = ANY (?1))",
            "DELETE FROM request WHERE id = ANY (?1)");

    /** Locked until the transaction ends; those that somebody else has locked are left out. */
    Uni<List<UUID>> lockClosedBefore(Instant end, int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OLD, UUID.class)
                        .setParameter(1, end)
                        .setParameter(2, limit)
                        .getResultList());
    }

    Uni<Void> erase(List<UUID> requests) {
        UUID[] ids = requests.toArray(UUID[]::new);
        Uni<Void> erased = Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(TIME_IS_OVER, String.class).getSingleResult())
                .replaceWithVoid();
        for (String statement : ERASE) {
            erased = erased.chain(() -> Panache.getSession()
                    .chain(session -> session.createNativeQuery(statement)
                            .setParameter(1, ids)
                            .executeUpdate())
                    .replaceWithVoid());
        }
        return erased;
    }
}
