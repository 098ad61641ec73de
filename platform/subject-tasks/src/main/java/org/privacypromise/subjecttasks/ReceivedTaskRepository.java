package org.privacypromise.subjecttasks;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.SubjectTask;

@ApplicationScoped
class ReceivedTaskRepository implements PanacheRepositoryBase<ReceivedTask, String> {

    private static final String DUE = """
            SELECT task_id, request_id, version, task, received_at, attempts, next_attempt_at, conclusion, concluded_at
              FROM subject_task WHERE conclusion IS NULL AND next_attempt_at <= ?1
            ORDER BY next_attempt_at LIMIT ?2 FOR UPDATE SKIP LOCKED""";

    Uni<@Nullable ReceivedTask> lock(String taskId) {
        return findById(taskId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The task, locked, if this version of it still awaits its answer. */
    Uni<Optional<ReceivedTask>> lockAwaiting(SubjectTask task) {
        return lock(task.taskId()).map(found -> Optional.ofNullable(found).filter(known -> known.awaits(task)));
    }

    /** Tasks that nobody else is working on. */
    Uni<List<ReceivedTask>> due(Instant now, int limit) {
        return getSession()
                .chain(session -> session.createNativeQuery(DUE, ReceivedTask.class)
                        .setParameter(1, now)
                        .setParameter(2, limit)
                        .getResultList());
    }

    Uni<Long> forgetConcludedBefore(Instant instant) {
        return delete("concludedAt < ?1", instant);
    }
}
