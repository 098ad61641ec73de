package org.privacypromise.requests.objection;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.privacypromise.requests.lifecycle.step.Status;

@ApplicationScoped
class ObjectionRepository implements PanacheRepositoryBase<Objection, UUID> {

    /** Those that can be carried out, and are due. */
    Uni<List<UUID>> due(Instant now, int limit) {
        return find(
                        "select o.requestId from Objection o, Request r where r.id = o.requestId and r.status = ?1"
                                + " and o.doneAt is null and o.nextAttemptAt <= ?2 order by o.nextAttemptAt",
                        Status.FULFILLING,
                        now)
                .project(UUID.class)
                .page(Page.ofSize(limit))
                .list();
    }
}
