package org.privacypromise.identity.customer;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AccountLinkRepository implements PanacheRepositoryBase<AccountLink, String> {

    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1, 2))";

    /** The account's link; until the transaction ends, nobody else links it. */
    Uni<@Nullable AccountLink> lockAndFind(String account) {
        return getSession()
                .chain(session -> session.createNativeQuery(LOCK, Integer.class)
                        .setParameter(1, account)
                        .getSingleResult())
                .chain(() -> findById(account));
    }

    Uni<Boolean> isLinked(String customerId) {
        return count("customerId", customerId).map(links -> links > 0);
    }

    Uni<List<AccountLink>> ofCustomer(String customerId) {
        return list("customerId = ?1 order by linkedAt", customerId);
    }

    Uni<List<AccountLink>> due(Instant now, int limit) {
        return find("effectiveAt is null and nextAttemptAt <= ?1 order by nextAttemptAt", now)
                .page(Page.ofSize(limit))
                .list();
    }
}
