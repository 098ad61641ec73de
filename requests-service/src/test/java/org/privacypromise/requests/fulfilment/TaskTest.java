package org.privacypromise.requests.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.events.TaskAnswered.Outcome;
import org.privacypromise.outbox.PoisonEventException;
import org.privacypromise.requests.exemption.GivenUp;
import org.privacypromise.requests.safekeeping.SealedContent;

class TaskTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final String DIGEST = "a".repeat(64);

    private final Task task = new Task(UUID.randomUUID(), new Plan.Part("orders", Operation.ACCESS, 10, false));

    @Test
    void is_answered_once_with_the_digest_of_what_was_uploaded() {
        task.issue(NOW, LATER);
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
        task.issue(NOW, LATER);
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
        task.issue(NOW, LATER);
        task.answer(said(1, Outcome.FAILED, null), NOW);
        assertThat(task.state()).isEqualTo(TaskState.FAILED);
        assertThat(task.isAnswered()).isFalse();

        assertThat(task.answer(said(1, Outcome.DONE, null), NOW)).isTrue();
        assertThat(task.isAnswered()).isTrue();

        Task again = new Task(UUID.randomUUID(), new Plan.Part("orders", Operation.ACCESS, 10, false));
        again.issue(NOW, LATER);
        again.answer(said(1, Outcome.FAILED, null), NOW);
        again.issue(NOW, LATER);
        assertThat(again.version()).isEqualTo(2);
        assertThat(again.answer(said(1, Outcome.DONE, null), NOW))
                .as("an answer to the old version")
                .isFalse();
        assertThat(again.state()).isEqualTo(TaskState.ISSUED);
    }

    @Test
    void is_looked_at_again_when_its_time_has_come_and_only_while_nobody_has_answered() {
        task.issue(NOW, LATER);
        assertThat(task.isDue(NOW)).isFalse();
        assertThat(task.isDue(LATER)).isTrue();

        task.escalate();
        assertThat(task.isDue(LATER)).isTrue();
        assertThat(task.isOpenForUpload()).as("late is better than never").isTrue();
        task.answerAccess(said(1, Outcome.NOTHING_HELD, null), LATER);

        assertThat(task.isDue(LATER)).isFalse();
        task.escalate();
        assertThat(task.state()).isEqualTo(TaskState.ANSWERED);
    }

    @Test
    void what_is_given_up_is_not_done_and_takes_no_late_answer() {
        task.issue(NOW, LATER);
        task.giveUp(GivenUp.UNREACHABLE, "staff-1", NOW);

        assertThat(task.isAnswered()).isFalse();
        assertThat(task.isSettled()).isTrue();
        assertThat(task.answerAccess(said(1, Outcome.NOTHING_HELD, null), NOW)).isFalse();
        assertThat(task.givenUp()).isEqualTo(GivenUp.UNREACHABLE);

        task.issue(NOW, LATER);
        assertThat(task.givenUp()).isNull();
    }

    @Test
    void what_one_person_says_is_kept_until_a_second_one_confirms_it_or_it_is_begun_anew() {
        task.takeOver();
        task.issue(NOW, LATER);
        task.propose(said(1, Outcome.NOTHING_HELD, null), "staff-1");
        assertThat(task.isAnswered()).isFalse();
        assertThat(task.proposal()).isEqualTo(said(1, Outcome.NOTHING_HELD, null));
        assertThat(task.proposedBy()).isEqualTo("staff-1");

        task.issue(NOW, LATER);
        assertThat(task.proposal()).isNull();
        assertThat(task.proposedBy()).isNull();
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
