package org.privacypromise.requests.screening;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.privacypromise.requests.lifecycle.step.Status;

@ApplicationScoped
class ScreeningRepository implements PanacheRepositoryBase<Screening, UUID> {

    /** Where it came from is needed no longer. */
    Uni<Void> forgetAddress(UUID request) {
        return update("ipAddress = null where requestId = ?1", request).replaceWithVoid();
    }

    /** Requests that are there to be screened, and due. */
    Uni<List<UUID>> due(Instant now, int limit) {
        return find(
                        "select s.requestId from Screening s, Request r where r.id = s.requestId and r.status in ?1"
                                + " and s.screenedAt is null and s.nextAttemptAt <= ?2 order by s.nextAttemptAt",
                        List.of(Status.SCREENING, Status.IN_REVIEW),
                        now)
                .project(UUID.class)
                .page(Page.ofSize(limit))
                .list();
    }
}
