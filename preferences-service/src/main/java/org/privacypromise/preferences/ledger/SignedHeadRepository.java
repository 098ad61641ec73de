package org.privacypromise.preferences.ledger;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The signed heads. */
@ApplicationScoped
class SignedHeadRepository implements PanacheRepositoryBase<SignedHead, Long> {

    /** Any number will do as long as it is this one: who holds it signs. */
    private static final long LOCK = 0x6c65_6467_6572L;

    /** Waits until nobody else is signing; until the end of the transaction nobody else does. */
    Uni<Void> lock() {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT 1 FROM (SELECT pg_advisory_xact_lock(?1)) AS locked", Integer.class)
                        .setParameter(1, LOCK)
                        .getSingleResult())
                .replaceWithVoid();
    }

    Uni<@Nullable SignedHead> newest() {
        return find("order by sequence desc").firstResult();
    }

    Uni<List<SignedHead>> after(long sequence, int limit) {
        return find("sequence > ?1 order by sequence", sequence)
                .page(Page.ofSize(limit))
                .list();
    }

    /** The head that covers the record with this ID, or null while none does. */
    Uni<@Nullable SignedHead> covering(long id) {
        return find("upToId >= ?1 order by upToId", id).firstResult();
    }
}
