package org.privacypromise.requests.desk;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class DeskCaseRepository implements PanacheRepositoryBase<DeskCase, UUID> {

    /** The case as it is, or as it begins. */
    Uni<DeskCase> of(UUID request) {
        return findById(request).onItem().ifNull().continueWith(() -> new DeskCase(request));
    }
}
