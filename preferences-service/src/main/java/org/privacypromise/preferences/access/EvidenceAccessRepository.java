package org.privacypromise.preferences.access;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The log of looks at evidence. */
@ApplicationScoped
class EvidenceAccessRepository implements PanacheRepositoryBase<EvidenceAccess, Long> {

    Uni<Long> deleteBefore(Instant time) {
        return delete("accessedAt < ?1", time);
    }
}
