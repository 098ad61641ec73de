package org.privacypromise.requests.redaction;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class RedactionRepository implements PanacheRepositoryBase<Redaction, UUID> {

    /** The first one first. */
    Uni<List<Redaction>> of(UUID request) {
        return list("requestId = ?1 order by proposedAt, id", request);
    }
}
