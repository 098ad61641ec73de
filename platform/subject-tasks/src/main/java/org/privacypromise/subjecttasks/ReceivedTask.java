package org.privacypromise.subjecttasks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.SubjectTask;

/** What requests-service has asked of this service. With the answer it is forgotten whom that was about. */
@Entity
@Table(name = "subject_task")
class ReceivedTask {

    /** For so long the instance that works on a task has it for itself; what comes twice does no harm. */
    static final Duration LEASE = Duration.ofSeconds(15);

    @Id
    @Column(name = "task_id")
    String taskId;

    @Column(name = "request_id")
    String requestId;

    private long version;

    private byte @Nullable [] task;

    @Column(name = "received_at")
    Instant receivedAt;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Conclusion conclusion;

    @Column(name = "concluded_at")
    private @Nullable Instant concludedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected ReceivedTask() {}

    /** @param payload the task as it was published */
    ReceivedTask(SubjectTask task, byte[] payload, Instant now) {
        taskId = task.taskId();
        requestId = task.requestId();
        version = task.version();
        this.task = payload;
        receivedAt = now;
        nextAttemptAt = now;
    }

    boolean isOlderThan(SubjectTask other) {
        return version < other.version();
    }

    /** The same task was issued again; whatever was said to the older version, this one is to be answered. */
    void replace(SubjectTask newer, byte[] payload, Instant now) {
        version = newer.version();
        task = payload;
        attempts = 0;
        receivedAt = now;
        nextAttemptAt = now;
        conclusion = null;
        concludedAt = null;
    }

    boolean awaits(SubjectTask answered) {
        return conclusion == null && version == answered.version();
    }

    SubjectTask task() {
        return EventJson.read(SubjectTask.class, Objects.requireNonNull(task, "concluded"));
    }

    void claim(Instant now) {
        nextAttemptAt = now.plus(LEASE);
    }

    void failed(Instant now) {
        attempts++;
        nextAttemptAt = now.plus(Pauses.after(attempts));
    }

    void conclude(Conclusion how, Instant now) {
        conclusion = how;
        concludedAt = now;
        task = null;
    }
}
