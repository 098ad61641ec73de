package org.privacypromise.requests.hold;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class LegalHoldRepository implements PanacheRepositoryBase<LegalHold, UUID> {

    private static final int MOST = 200;

    Uni<@Nullable LegalHold> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Uni<List<LegalHold>> notLifted(List<String> customerIds) {
        return list("liftedAt is null and customerId in ?1", customerIds);
    }

    /** Those that are not lifted, the oldest first. */
    Uni<List<LegalHold>> open() {
        return find("liftedAt is null order by setAt, id")
                .page(Page.ofSize(MOST))
                .list();
    }
}
