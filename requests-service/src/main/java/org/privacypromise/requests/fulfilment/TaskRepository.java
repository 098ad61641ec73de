package org.privacypromise.requests.fulfilment;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class TaskRepository implements PanacheRepositoryBase<Task, UUID> {

    /** In the order of the stages. */
    Uni<List<Task>> ofRequest(UUID requestId) {
        return list("requestId = ?1 order by stage, system", requestId);
    }

    /** The oldest first. */
    Uni<List<Task>> in(TaskState state) {
        return find("state = ?1 order by issuedAt, id", state)
                .page(Page.ofSize(200))
                .list();
    }

    Uni<@Nullable UUID> requestOf(UUID taskId) {
        return find("select requestId from Task where id = ?1", taskId)
                .project(UUID.class)
                .firstResult();
    }
}
