package org.privacypromise.identity.customer;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PurchaseRepository implements PanacheRepositoryBase<Purchase, UUID> {

    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1, 1))";

    /** The purchase with this reference; until the transaction ends, nobody else records or reads it here. */
    Uni<@Nullable Purchase> lockAndFind(String client, String reference) {
        return getSession()
                .chain(session -> session.createNativeQuery(LOCK, Integer.class)
                        .setParameter(1, client + '\n' + reference)
                        .getSingleResult())
                .chain(() -> find("client = ?1 and reference = ?2", client, reference)
                        .firstResult());
    }

    Uni<List<Purchase>> ofCustomer(String customerId) {
        return list("customerId = ?1 order by recordedAt, id", customerId);
    }
}
