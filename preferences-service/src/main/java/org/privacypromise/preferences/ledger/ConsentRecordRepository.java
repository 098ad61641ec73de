package org.privacypromise.preferences.ledger;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The append-only ledger of consent. */
@ApplicationScoped
public class ConsentRecordRepository implements PanacheRepositoryBase<ConsentRecord, Long> {

    /** Joins the caller's transaction. */
    public Uni<Void> append(ConsentRecord record) {
        return persist(record).replaceWithVoid();
    }
}
