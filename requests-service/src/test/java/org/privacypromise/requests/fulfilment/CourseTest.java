package org.privacypromise.requests.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.events.TaskAnswered.Outcome;
import org.privacypromise.requests.exemption.GivenUp;

class CourseTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final UUID REQUEST = UUID.randomUUID();

    private final Task orders = task("orders", Operation.ERASURE, 10);
    private final Task marketing = task("marketing", Operation.ERASURE, 10);
    private final Task fraud = task("fraud-check", Operation.ERASURE, 20);
    private final Task ordersProbe = task("orders", Operation.PROBE, Plan.LOOK);
    private final Task marketingProbe = task("marketing", Operation.PROBE, Plan.LOOK);
    private final Task identity = task("identity", Operation.ERASURE, 50);
    private final List<Task> all = List.of(orders, marketing, fraud, ordersProbe, marketingProbe, identity);

    @Test
    void the_earliest_stage_that_is_not_done_comes_next() {
        assertThat(next(false)).isEqualTo(10);
        done(orders, marketing);
        assertThat(next(false)).isEqualTo(20);
        done(fraud);
        assertThat(next(false)).isEqualTo(Plan.LOOK);
        done(ordersProbe, marketingProbe);
        assertThat(next(false)).isEqualTo(Plan.REPORT);
        assertThat(next(true)).isEqualTo(50);
        done(identity);
        assertThat(next(true)).isEqualTo(Course.DONE);
    }

    @Test
    void without_a_report_the_tasks_are_all_there_is() {
        Task access = task("orders", Operation.ACCESS, 10);
        assertThat(Course.next(List.of(access), false, false)).isEqualTo(10);
        done(access);
        assertThat(Course.next(List.of(access), false, false)).isEqualTo(Course.DONE);
        assertThat(Course.next(List.of(), false, false)).isEqualTo(Course.DONE);
    }

    @Test
    void a_system_that_fails_or_keeps_silent_holds_up_the_report_and_nothing_before_it() {
        // Given
        Stream.of(orders, marketing).forEach(task -> task.issue(NOW, NOW));
        orders.answer(said(orders, Outcome.FAILED), NOW);
        marketing.escalate();

        // Then
        assertThat(next(false)).isEqualTo(20);
        done(fraud);
        assertThat(next(false)).isBetween(Plan.LOOK + 1, Plan.REPORT - 1);
        assertThat(Course.toBegin(all, next(false)))
                .as("nobody looks for what is not erased")
                .isEmpty();

        // When the one is done after all, and the other one is given up
        orders.answer(said(orders, Outcome.DONE), NOW);
        assertThat(Course.toBegin(all, next(false))).containsExactly(ordersProbe);
        marketing.giveUp(GivenUp.UNREACHABLE, "staff-1", NOW);
        done(ordersProbe);

        // Then
        assertThat(next(false)).isEqualTo(Plan.REPORT);
    }

    @Test
    void what_a_legal_hold_forbids_is_not_waited_for() {
        all.forEach(task -> {
            if (task.operation() == Operation.ERASURE) {
                task.hold();
            }
        });

        assertThat(next(false)).isEqualTo(Plan.REPORT);
        assertThat(next(true)).isEqualTo(Course.DONE);
    }

    @Test
    void a_release_years_later_opens_nothing() {
        done(orders, marketing, fraud, ordersProbe, marketingProbe, identity);
        Task release = task("orders", Operation.RELEASE, Plan.RELEASE);

        assertThat(Course.next(Stream.concat(all.stream(), Stream.of(release)).toList(), true, true))
                .isEqualTo(Course.DONE);
    }

    private int next(boolean reported) {
        return Course.next(all, true, reported);
    }

    private static Task task(String system, Operation operation, int stage) {
        return new Task(REQUEST, new Plan.Part(system, operation, stage, false));
    }

    private static void done(Task... tasks) {
        for (Task task : tasks) {
            task.issue(NOW, NOW);
            task.answer(said(task, Outcome.NOTHING_HELD), NOW);
        }
    }

    private static TaskAnswered said(Task task, Outcome outcome) {
        @Nullable String reason = outcome == Outcome.FAILED ? "broken" : null;
        return new TaskAnswered("t-1", "r-1", task.version(), outcome, null, List.of(), List.of(), reason, NOW);
    }
}
