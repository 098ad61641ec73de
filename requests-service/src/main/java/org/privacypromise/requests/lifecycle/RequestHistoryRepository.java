package org.privacypromise.requests.lifecycle;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The steps that requests have taken. */
@ApplicationScoped
public class RequestHistoryRepository implements PanacheRepositoryBase<RequestHistory, RequestHistory.Key> {

    /** The first step first. */
    public Uni<List<RequestHistory>> of(UUID request) {
        return list("requestId = ?1 order by version", request);
    }
}
