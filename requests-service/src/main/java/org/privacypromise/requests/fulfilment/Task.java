package org.privacypromise.requests.fulfilment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.outbox.PoisonEventException;
import org.privacypromise.requests.exemption.GivenUp;

/** What one system must do for one request. Whoever changes it holds the lock of its {@link Fulfilment}. */
@Entity
class Task extends WithUpload {

    @Id
    UUID id;

    @Column(name = "request_id")
    UUID requestId;

    String system;

    int stage;

    @Enumerated(EnumType.STRING)
    private Operation operation;

    @Column(name = "by_hand")
    private boolean byHand;

    private long version;

    @Enumerated(EnumType.STRING)
    private TaskState state;

    @Column(name = "issued_at")
    private @Nullable Instant issuedAt;

    private @Nullable String answer;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    /** When somebody has to look at it again, unless it is answered before. */
    @Column(name = "look_at")
    private @Nullable Instant lookAt;

    private int tries;

    @Column(name = "given_up")
    @Enumerated(EnumType.STRING)
    private @Nullable GivenUp givenUp;

    /** What one person says was done, until a second one has confirmed it. */
    private @Nullable String proposal;

    @Column(name = "proposed_by")
    private @Nullable String proposedBy;

    @Column(name = "confirmed_by")
    private @Nullable String confirmedBy;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Task() {}

    Task(UUID requestId, Plan.Part part) {
        this.id = UUID.randomUUID();
        this.requestId = requestId;
        this.system = part.system();
        this.stage = part.stage();
        this.operation = part.operation();
        this.byHand = part.byHand();
        this.state = TaskState.PLANNED;
    }

    /**
     * Hands it to the system, or to a person, for the first time or anew; then nothing of the last time counts.
     *
     * @param look when somebody looks whether it was done
     */
    void issue(Instant now, Instant look) {
        version++;
        state = TaskState.ISSUED;
        issuedAt = now;
        lookAt = look;
        forgetAnswer();
    }

    private void forgetAnswer() {
        awaitUpload();
        answer = null;
        answeredAt = null;
        givenUp = null;
        proposal = null;
        proposedBy = null;
        confirmedBy = null;
    }

    /** Its request is over, and nobody waits for it. */
    void stop() {
        lookAt = null;
        if (isWithSystem()) {
            state = TaskState.PLANNED;
        }
    }

    /** A person does it from now on; what the system still says counts no longer once it is issued anew. */
    void takeOver() {
        byHand = true;
    }

    /** It is begun again when its turn comes. */
    void planAgain() {
        state = TaskState.PLANNED;
        lookAt = null;
    }

    /** A legal hold forbids it for now. */
    void hold() {
        state = TaskState.HELD;
        lookAt = null;
    }

    /** It takes longer than it should; the answer is still welcome. */
    void escalate() {
        if (state == TaskState.ISSUED) {
            state = TaskState.ESCALATED;
        }
    }

    /** What one person has done by hand waits for a second one's word. */
    void propose(TaskAnswered done, String staff) {
        proposal = text(done);
        proposedBy = staff;
    }

    void confirmed(String staff) {
        confirmedBy = staff;
        proposal = null;
    }

    /** Nobody tries it any longer. */
    void giveUp(GivenUp because, String staff, Instant now) {
        state = TaskState.GIVEN_UP;
        givenUp = because;
        confirmedBy = staff;
        answer = null;
        answeredAt = now;
        lookAt = null;
    }

    /** Somebody looks at it again then. */
    void lookAgain(Instant at) {
        lookAt = at;
    }

    /** Whether it is time to look at it again, and nothing has come between. */
    boolean isDue(Instant now) {
        return lookAt != null && !lookAt.isAfter(now) && (isWithSystem() || state == TaskState.FAILED);
    }

    /** Counts one more automatic try. */
    int nextTry() {
        return ++tries;
    }

    /** Something that must not be is still there, however often it was erased. */
    void stillThere() {
        state = TaskState.FAILED;
        lookAt = null;
    }

    boolean isOpenForUpload() {
        return isWithSystem() && operation == Operation.ACCESS;
    }

    /** Whether an answer is waited for. */
    boolean isWithSystem() {
        return state == TaskState.ISSUED || state == TaskState.ESCALATED;
    }

    /** Whether nothing is left to wait for, done or not. */
    boolean isSettled() {
        return isAnswered() || state == TaskState.HELD || state == TaskState.GIVEN_UP;
    }

    /** Whether a person has to look before it goes on. */
    boolean isStuck() {
        return state == TaskState.ESCALATED || state == TaskState.FAILED;
    }

    boolean isAnswered() {
        return state == TaskState.ANSWERED;
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
            if (uploadSha256() == null || said.digest() == null) {
                throw new PoisonEventException("it says that data was handed over, but none was uploaded");
            }
            if (!said.digest().equals(uploadSha256())) {
                throw new PoisonEventException("its digest is not that of the uploaded data");
            }
        }
        take(said, now);
        return true;
    }

    /** As {@link #answerAccess}, for everything that hands nothing over. */
    boolean answer(TaskAnswered said, Instant now) {
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
        return said.version() == version && !isSettled();
    }

    private void take(TaskAnswered said, Instant now) {
        state = said.outcome() == TaskAnswered.Outcome.FAILED ? TaskState.FAILED : TaskState.ANSWERED;
        answer = text(said);
        answeredAt = now;
        lookAt = null;
    }

    private static String text(TaskAnswered said) {
        return new String(EventJson.write(said), StandardCharsets.UTF_8);
    }

    private static @Nullable TaskAnswered read(@Nullable String text) {
        return text == null ? null : EventJson.read(TaskAnswered.class, text.getBytes(StandardCharsets.UTF_8));
    }

    Operation operation() {
        return operation;
    }

    /** Whether a person does it, and the system does not hear of it. */
    boolean isByHand() {
        return byHand;
    }

    /** Why nobody tries it any longer; null unless so. */
    @Nullable
    GivenUp givenUp() {
        return givenUp;
    }

    /** What waits for a second person; null if nothing. */
    @Nullable
    TaskAnswered proposal() {
        return read(proposal);
    }

    @Nullable
    String proposedBy() {
        return proposedBy;
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

    /** What the system has said; null until then. */
    @Nullable
    TaskAnswered answer() {
        return read(answer);
    }
}
