package org.privacypromise.requests.fulfilment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.requests.exemption.GivenUp;

/**
 * A system's part in a request; it names nobody.
 *
 * @param version grows each time it is issued
 * @param operation what is asked
 * @param byHand whether people do it
 * @param reason why it failed, as the system's short key
 * @param givenUp why it was closed undone
 * @param awaitsSecondPerson whether what one person did has to be confirmed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskView(
        UUID taskId,
        UUID requestId,
        String system,
        SubjectTask.Operation operation,
        boolean byHand,
        TaskState state,
        long version,
        @Nullable Instant issuedAt,
        @Nullable Instant answeredAt,
        @Nullable String reason,
        @Nullable GivenUp givenUp,
        boolean awaitsSecondPerson) {

    static TaskView from(Task task) {
        TaskAnswered answer = task.answer();
        return new TaskView(
                task.id,
                task.requestId,
                task.system,
                task.operation(),
                task.isByHand(),
                task.state(),
                task.version(),
                task.issuedAt(),
                task.answeredAt(),
                answer == null ? null : answer.reason(),
                task.givenUp(),
                task.proposal() != null);
    }
}
