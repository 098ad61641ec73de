package org.privacypromise.requests.screening;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class VerdictRepository implements PanacheRepositoryBase<Verdict, Verdict.Key> {

    /** Keeps a verdict unless it is known; true if it was not. */
    Uni<Boolean> keep(Verdict verdict) {
        return findById(new Verdict.Key(verdict.screeningId(), verdict.version()))
                .chain(known -> known != null
                        ? Uni.createFrom().item(false)
                        : persist(verdict).replaceWith(true));
    }

    /** The oldest first. */
    Uni<List<Verdict>> of(String screening) {
        return list("screeningId = ?1 order by version", screening);
    }
}
