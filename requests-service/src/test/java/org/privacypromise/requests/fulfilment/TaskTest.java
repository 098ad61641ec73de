package org.privacypromise.requests.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.events.TaskAnswered.Outcome;
import org.privacypromise.outbox.PoisonEventException;
import org.privacypromise.requests.safekeeping.SealedContent;

class TaskTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String DIGEST = "a".repeat(64);

    private final Task task = new Task(UUID.randomUUID(), new Plan.Part("orders", 1));

    @Test
    void is_answered_once_with_the_digest_of_what_was_uploaded() {
        task.issue(NOW);
        task.uploaded(new SealedContent(UUID.randomUUID(), 7, DIGEST));

        assertThat(task.answerAccess(said(1, Outcome.DONE, DIGEST), NOW)).isTrue();
        assertThat(task.answerAccess(said(1, Outcome.DONE, DIGEST), NOW)).isFalse();
        assertThat(task.answerAccess(said(1, Outcome.NOTHING_HELD, null), NOW)).isFalse();

        assertThat(task.isAnswered()).isTrue();
        assertThat(task.answer()).isEqualTo(said(1, Outcome.DONE, DIGEST));
        assertThat(task.isOpenForUpload()).isFalse();
    }

    @Test
    void does_not_believe_what_cannot_be_true() {
        assertPoison(said(1, Outcome.NOTHING_HELD, null), "not issued");
        task.issue(NOW);
        assertPoison(said(2, Outcome.NOTHING_HELD, null), "not issued");
        assertPoison(said(1, Outcome.DONE, null), "none was uploaded");
        assertPoison(said(1, Outcome.DONE, DIGEST), "none was uploaded");
        task.uploaded(new SealedContent(UUID.randomUUID(), 7, DIGEST));
        assertPoison(said(1, Outcome.DONE, "b".repeat(64)), "digest");
        assertPoison(said(1, Outcome.DONE, null), "none was uploaded");
        assertThat(task.state()).isEqualTo(TaskState.ISSUED);
    }

    @Test
    void a_failure_stays_until_the_system_says_better_or_is_asked_again() {
        task.issue(NOW);
        task.answerErasure(said(1, Outcome.FAILED, null), NOW);
        assertThat(task.state()).isEqualTo(TaskState.FAILED);
        assertThat(task.isAnswered()).isFalse();

        assertThat(task.answerErasure(said(1, Outcome.DONE, null), NOW)).isTrue();
        assertThat(task.isAnswered()).isTrue();

        Task again = new Task(UUID.randomUUID(), new Plan.Part("orders", 1));
        again.issue(NOW);
        again.answerErasure(said(1, Outcome.FAILED, null), NOW);
        again.issue(NOW);
        assertThat(again.version()).isEqualTo(2);
        assertThat(again.answerErasure(said(1, Outcome.DONE, null), NOW))
                .as("an answer to the old version")
                .isFalse();
        assertThat(again.state()).isEqualTo(TaskState.ISSUED);
    }

    private void assertPoison(TaskAnswered said, String why) {
        assertThatThrownBy(() -> task.answerAccess(said, NOW))
                .isInstanceOf(PoisonEventException.class)
                .hasMessageContaining(why);
    }

    private static TaskAnswered said(long version, Outcome outcome, @Nullable String digest) {
        return new TaskAnswered(
                "t-1",
                "r-1",
                version,
                outcome,
                digest,
                List.of(),
                List.of(),
                outcome == Outcome.FAILED ? "legal-hold" : null,
                NOW);
    }
}
