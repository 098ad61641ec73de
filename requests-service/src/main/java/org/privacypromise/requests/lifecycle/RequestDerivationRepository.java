package org.privacypromise.requests.lifecycle;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All due dates that requests ever had, and how each was found. */
@ApplicationScoped
public class RequestDerivationRepository implements PanacheRepositoryBase<RequestDerivation, RequestHistory.Key> {

    /** The first one first. */
    public Uni<List<RequestDerivation>> of(UUID request) {
        return list("requestId = ?1 order by version", request);
    }
}
