package org.privacypromise.requests.fulfilment;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What erasures have left. */
@ApplicationScoped
class KeptDataRepository implements PanacheRepositoryBase<KeptData, UUID> {

    private static final String DUE = """
            SELECT request_id FROM kept_data
            WHERE released_at IS NULL AND release_asked_at IS NULL AND release_on < ?1
            GROUP BY request_id ORDER BY min(release_on), request_id LIMIT ?2""";

    Uni<List<KeptData>> of(UUID request) {
        return list("requestId = ?1 order by system, category", request);
    }

    /** What was noted before the same erasure was done once more. */
    Uni<Long> forgetUnreleased(UUID request) {
        return delete("requestId = ?1 and releasedAt is null", request);
    }

    /** Requests of which something is to be erased now, those waiting longest first. */
    Uni<List<UUID>> requestsDue(LocalDate today, int limit) {
        return getSession()
                .chain(session -> session.createNativeQuery(DUE, UUID.class)
                        .setParameter(1, today)
                        .setParameter(2, limit)
                        .getResultList());
    }
}
