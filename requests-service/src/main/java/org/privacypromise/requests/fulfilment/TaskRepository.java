package org.privacypromise.requests.fulfilment;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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

    /** Those that somebody has to look at now, those waiting longest first. */
    Uni<List<Task>> toLookAt(Instant now, int limit) {
        return find("lookAt <= ?1 order by lookAt", now)
                .page(Page.ofSize(limit))
                .list();
    }

    /** Requests of which a legal hold forbids something. */
    Uni<List<UUID>> requestsWithHeld() {
        return find("select distinct requestId from Task where state = ?1", TaskState.HELD)
                .project(UUID.class)
                .list();
    }

    /** How many tasks each system has in its hands, or has failed to do. */
    Uni<List<Waiting>> waiting() {
        return find(
                        "select system, count(id) from Task where state in ?1 group by system",
                        List.of(TaskState.ISSUED, TaskState.ESCALATED, TaskState.FAILED))
                .project(Waiting.class)
                .list();
    }

    @RegisterForReflection
    record Waiting(String system, Long tasks) {}
}
