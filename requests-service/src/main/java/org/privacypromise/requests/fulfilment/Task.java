package org.privacypromise.requests.fulfilment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.outbox.PoisonEventException;
import org.privacypromise.requests.safekeeping.SealedContent;

/** What one system must do for one request. Whoever changes it holds the lock of its {@link Fulfilment}. */
@Entity
class Task {

    @Id
    UUID id;

    @Column(name = "request_id")
    UUID requestId;

    String system;

    int stage;

    private long version;

    @Enumerated(EnumType.STRING)
    private TaskState state;

    @Column(name = "issued_at")
    private @Nullable Instant issuedAt;

    private @Nullable UUID upload;

    @Column(name = "upload_sha256")
    private @Nullable String uploadSha256;

    @Column(name = "upload_bytes")
    private @Nullable Long uploadBytes;

    private @Nullable String answer;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Task() {}

    Task(UUID requestId, Plan.Part part) {
        this.id = UUID.randomUUID();
        this.requestId = requestId;
        this.system = part.system();
        this.stage = part.stage();
        this.state = TaskState.PLANNED;
    }

    /** Hands it to the system, for the first time or anew; then nothing of the last time counts. */
    void issue(Instant now) {
        version++;
        state = TaskState.ISSUED;
        issuedAt = now;
        upload = null;
        uploadSha256 = null;
        uploadBytes = null;
        answer = null;
        answeredAt = null;
    }

    boolean isOpenForUpload() {
        return state == TaskState.ISSUED;
    }

    boolean isAnswered() {
        return state == TaskState.ANSWERED;
    }

    void uploaded(SealedContent content) {
        upload = content.id();
        uploadSha256 = content.sha256();
        uploadBytes = content.bytes();
    }

    /** Its data is in the package now, or was never needed. */
    void forgetUpload() {
        upload = null;
    }

    /**
     * Takes what the system says of access to be given.
     *
     * @return whether that is news
     * @throws PoisonEventException if it cannot be true
     */
    boolean answerAccess(TaskAnswered said, Instant now) {
        if (!isNews(said)) {
            return false;
        }
        if (said.outcome() == TaskAnswered.Outcome.DONE) {
            if (uploadSha256 == null || said.digest() == null) {
                throw new PoisonEventException("it says that data was handed over, but none was uploaded");
            }
            if (!uploadSha256.equals(said.digest())) {
                throw new PoisonEventException("its digest is not that of the uploaded data");
            }
        }
        take(said, now);
        return true;
    }

    /** As {@link #answerAccess}, for an erasure. */
    boolean answerErasure(TaskAnswered said, Instant now) {
        if (!isNews(said)) {
            return false;
        }
        take(said, now);
        return true;
    }

    // The first good answer counts. A failure is no answer to stay with: the system may have been put right since.
    private boolean isNews(TaskAnswered said) {
        if (state == TaskState.PLANNED || said.version() > version) {
            throw new PoisonEventException("it answers a task that was not issued to the system yet");
        }
        return said.version() == version && !isAnswered();
    }

    private void take(TaskAnswered said, Instant now) {
        state = said.outcome() == TaskAnswered.Outcome.FAILED ? TaskState.FAILED : TaskState.ANSWERED;
        answer = new String(EventJson.write(said), StandardCharsets.UTF_8);
        answeredAt = now;
    }

    long version() {
        return version;
    }

    TaskState state() {
        return state;
    }

    @Nullable
    Instant issuedAt() {
        return issuedAt;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }

    @Nullable
    UUID upload() {
        return upload;
    }

    @Nullable
    String uploadSha256() {
        return uploadSha256;
    }

    long uploadBytes() {
        return Objects.requireNonNullElse(uploadBytes, 0L);
    }

    /** What the system has said; null until then. */
    @Nullable
    TaskAnswered answer() {
        return answer == null ? null : EventJson.read(TaskAnswered.class, answer.getBytes(StandardCharsets.UTF_8));
    }
}
