package org.privacypromise.requests.desk;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ProposalRepository implements PanacheRepositoryBase<Proposal, UUID> {

    /** What waits for a decision; null if nothing does. */
    Uni<@Nullable Proposal> openOf(UUID request) {
        return find("requestId = ?1 and state = ?2", request, Proposal.State.OPEN)
                .firstResult();
    }

    /** The first one first. */
    Uni<List<Proposal>> of(UUID request) {
        return list("requestId = ?1 order by proposedAt, id", request);
    }
}
