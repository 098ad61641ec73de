package org.privacypromise.requests.desk;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class DeskNoteRepository implements PanacheRepositoryBase<DeskNote, UUID> {

    /** The first one first. */
    Uni<List<DeskNote>> of(UUID request) {
        return find("requestId = ?1 order by writtenAt, id", request)
                .page(Page.ofSize(200))
                .list();
    }
}
