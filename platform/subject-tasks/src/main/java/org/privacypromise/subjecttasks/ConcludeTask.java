package org.privacypromise.subjecttasks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.events.TaskAnswered.Outcome;
import org.privacypromise.outbox.Outbox;
import org.privacypromise.outbox.OutboxEvent;
import org.privacypromise.personaldata.DestructionCertificate;

/** Answers a task whose row the caller has locked, in the caller's transaction: once for each of its versions. */
@ApplicationScoped
class ConcludeTask {

    private final Outbox outbox;
    private final String topic;
    private final Clock clock;

    ConcludeTask(Outbox outbox, OwnSystem ownSystem, Clock clock) {
        this.outbox = outbox;
        this.topic = EventType.TASK_ANSWERED.topic(ownSystem.key());
        this.clock = clock;
    }

    Uni<Void> handedOver(ReceivedTask row, SubjectTask task, String digest) {
        return answer(row, Conclusion.ANSWERED, said(task, Outcome.DONE, digest, Erasure.ofNothing(), null));
    }

    Uni<Void> nothingHeld(ReceivedTask row, SubjectTask task) {
        return answer(row, Conclusion.ANSWERED, said(task, Outcome.NOTHING_HELD, null, Erasure.ofNothing(), null));
    }

    Uni<Void> erased(ReceivedTask row, SubjectTask task, Erasure erasure) {
        Outcome outcome = erasure.heldAnything() ? Outcome.DONE : Outcome.NOTHING_HELD;
        return answer(row, Conclusion.ANSWERED, said(task, outcome, null, erasure, null));
    }

    Uni<Void> done(ReceivedTask row, SubjectTask task) {
        return answer(row, Conclusion.ANSWERED, said(task, Outcome.DONE, null, Erasure.ofNothing(), null));
    }

    /** @param found how many records should not be there */
    Uni<Void> probed(ReceivedTask row, SubjectTask task, long found) {
        Outcome outcome = found > 0 ? Outcome.DONE : Outcome.NOTHING_HELD;
        return answer(
                row,
                Conclusion.ANSWERED,
                new TaskAnswered(
                        task.taskId(),
                        task.requestId(),
                        task.version(),
                        outcome,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        clock.instant(),
                        found,
                        null));
    }

    Uni<Void> refuse(ReceivedTask row, SubjectTask task, String reason) {
        return answer(row, Conclusion.REFUSED, said(task, Outcome.FAILED, null, Erasure.ofNothing(), reason));
    }

    private TaskAnswered said(
            SubjectTask task, Outcome outcome, @Nullable String digest, Erasure erasure, @Nullable String reason) {
        return new TaskAnswered(
                task.taskId(),
                task.requestId(),
                task.version(),
                outcome,
                digest,
                erasure.kept(),
                certificates(erasure.certificates()),
                reason,
                clock.instant());
    }

    private static List<TaskAnswered.Certificate> certificates(List<DestructionCertificate> certificates) {
        return certificates.stream()
                .map(destroyed -> new TaskAnswered.Certificate(
                        destroyed.keyId().toString(),
                        destroyed.destroyedAt(),
                        destroyed.inBackupsUntil(),
                        destroyed.hash()))
                .distinct()
                .toList();
    }

    private Uni<Void> answer(ReceivedTask row, Conclusion conclusion, TaskAnswered answer) {
        row.conclude(conclusion, answer.answeredAt());
        EventType type = answer.type();
        return outbox.append(new OutboxEvent(
                UUID.randomUUID(),
                topic,
                answer.key(),
                type.typeName(),
                type.schema(),
                answer.answeredAt(),
                EventJson.write(answer)));
    }
}
