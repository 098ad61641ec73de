package org.privacypromise.requests.fulfilment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.TaskAnswered;

/**
 * A system's part in a request; it names nobody.
 *
 * @param version grows each time it is issued
 * @param reason why it failed, as the system's short key
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskView(
        UUID taskId,
        UUID requestId,
        String system,
        TaskState state,
        long version,
        @Nullable Instant issuedAt,
        @Nullable Instant answeredAt,
        @Nullable String reason) {

    static TaskView from(Task task) {
        TaskAnswered answer = task.answer();
        return new TaskView(
                task.id,
                task.requestId,
                task.system,
                task.state(),
                task.version(),
                task.issuedAt(),
                task.answeredAt(),
                answer == null ? null : answer.reason());
    }
}
