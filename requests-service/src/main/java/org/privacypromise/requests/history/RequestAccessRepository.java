package org.privacypromise.requests.history;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The access log. */
@ApplicationScoped
public class RequestAccessRepository implements PanacheRepositoryBase<RequestAccess, Long> {

    private static final int MOST = 1_000;
    private static final String RELEASE = "SELECT set_config('privacy.retention_over', 'yes', true)";

    /** The first thing first. */
    public Uni<List<RequestAccess>> of(UUID request) {
        return find("requestId = ?1 order by id", request)
                .page(Page.ofSize(MOST))
                .list();
    }

    /** What was done with any of this customer's requests before this line, the newest first. */
    Uni<List<RequestAccess>> ofCustomer(String customerId, long before, int limit) {
        return find(
                        "requestId in (select r.id from Request r where r.customerId = ?1) and id < ?2 order by id desc",
                        customerId,
                        before)
                .page(Page.ofSize(limit))
                .list();
    }

    /** In the caller's transaction, which from then on may delete from histories. */
    Uni<Long> releaseBefore(Instant time) {
        return getSession()
                .chain(session ->
                        session.createNativeQuery(RELEASE, String.class).getSingleResult())
                .chain(() -> delete("at < ?1", time));
    }
}
