package org.privacypromise.requests.notice;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class NoticeRepository implements PanacheRepositoryBase<Notice, UUID> {

    Uni<@Nullable Notice> of(UUID request, NoticeKind kind, int occurrence) {
        return find("requestId = ?1 and kind = ?2 and occurrence = ?3", request, kind, occurrence)
                .firstResult();
    }

    Uni<@Nullable Notice> last(UUID request, NoticeKind kind) {
        return find("requestId = ?1 and kind = ?2 order by occurrence desc", request, kind)
                .firstResult();
    }

    Uni<List<UUID>> due(Instant now, int limit) {
        return find(
                        "select id from Notice where state = ?1 and nextAttemptAt <= ?2 order by nextAttemptAt",
                        NoticeState.QUEUED,
                        now)
                .project(UUID.class)
                .page(Page.ofSize(limit))
                .list();
    }
}
