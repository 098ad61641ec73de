package org.privacypromise.faults.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.privacypromise.faults.history.History.EMAIL;
import static org.privacypromise.faults.history.History.SMS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.privacypromise.faults.history.Operation.Kind;
import org.privacypromise.faults.history.Operation.Outcome;

class CheckSubjectTest {

    private final History history = new History();

    @Test
    void nothing_asked_and_nothing_held_is_well() {
        history.pageVersion = 0;
        assertThat(history.violations()).isEmpty();
    }

    @Test
    void changes_links_repetitions_and_reads_one_after_the_other_are_well() {
        history.change(EMAIL, true)
                .read()
                .link(EMAIL)
                .repeat(EMAIL, false)
                .change(SMS, true)
                .change(EMAIL, true)
                .read();
        assertThat(history.violations()).isEmpty();
    }

    @Test
    void a_request_without_an_answer_may_take_effect_or_not() {
        history.change(EMAIL, true)
                .unanswered(EMAIL, false, true)
                .unanswered(SMS, true, false)
                .read();
        assertThat(history.violations()).isEmpty();
    }

    @Test
    void an_event_that_is_sent_again_under_its_id_counts_once() {
        history.change(EMAIL, true).change(EMAIL, false);
        history.changes.add(history.changes.getFirst());
        history.states.addAll(List.copyOf(history.states));
        assertThat(history.violations()).isEmpty();
    }

    @Test
    void states_that_compaction_took_away_are_not_missed() {
        history.change(EMAIL, true).change(EMAIL, false).change(EMAIL, true);
        history.states.remove(1);
        assertThat(history.violations()).isEmpty();
    }

    @Test
    void two_requests_at_once_may_take_effect_in_either_order() {
        history.change(EMAIL, true).change(EMAIL, false);
        swapTimesOfTheFirstTwo();
        // The first was begun before the second ended.
        Operation first = history.operations.getFirst();
        history.operations.set(0, timed(first, 0, 100));
        assertThat(history.violations()).isEmpty();
    }

    @Test
    void an_acknowledged_opt_out_that_is_in_no_version_is_lost() {
        history.change(EMAIL, true).repeat(EMAIL, false);
        assertThat(history.broken()).contains(Invariant.I1_ACKNOWLEDGED_STAYS);
    }

    @Test
    void a_lost_opt_out_is_not_excused_by_a_later_one() {
        // Given: a link that was answered and did nothing
        history.change(EMAIL, true);
        history.operations.add(new Operation(
                99, "c:1", Kind.LINK, Map.of(EMAIL, false), 10, 11, Outcome.DONE, OptionalLong.empty(), Map.of()));
        // When
        history.change(SMS, true);
        Operation later = history.operations.removeLast();
        history.operations.add(timed(later, 20, 21));
        history.change(EMAIL, false);
        history.operations.add(timed(history.operations.removeLast(), 30, 31));
        // Then
        assertThat(history.violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.toString()).contains("LINK no. 99", "is lost"));
    }

    @Test
    void an_answer_whose_version_is_gone_is_a_loss() {
        history.change(EMAIL, true).change(EMAIL, false);
        undoTheLast();
        assertThat(history.broken()).contains(Invariant.I1_ACKNOWLEDGED_STAYS);
    }

    @Test
    void an_opt_in_that_nobody_asked_for_is_a_reversal() {
        history.change(EMAIL, false);
        history.change(EMAIL, true);
        history.operations.removeLast();
        assertThat(history.broken()).containsExactly(Invariant.I1_ACKNOWLEDGED_STAYS);
    }

    @Test
    void an_opt_out_that_nobody_asked_for_is_no_event_of_anybody() {
        history.change(EMAIL, true).link(EMAIL);
        history.operations.removeLast();
        assertThat(history.broken()).containsExactly(Invariant.I7_PUBLISHED_IF_COMMITTED);
    }

    @Test
    void a_refused_request_has_no_effect() {
        history.change(EMAIL, true);
        Operation done = history.operations.removeLast();
        history.operations.add(new Operation(
                done.number(),
                "c:1",
                Kind.CHANGE,
                done.wanted(),
                1,
                2,
                Outcome.REFUSED,
                OptionalLong.empty(),
                Map.of()));
        assertThat(history.broken()).containsExactly(Invariant.I1_ACKNOWLEDGED_STAYS);
    }

    @Test
    void a_refused_request_without_effect_is_well() {
        history.change(EMAIL, true).refused(SMS, true).read();
        assertThat(history.violations()).isEmpty();
    }

    @Test
    void one_request_makes_one_version() {
        history.change(EMAIL, true).change(EMAIL, false);
        Entry second = history.ledger.removeLast();
        history.ledger.add(new Entry(second.version(), OptionalLong.of(1), Map.of(EMAIL, true)));
        assertThat(history.broken()).contains(Invariant.I6_ONE_EFFECT);
    }

    @Test
    void what_was_answered_comes_before_what_was_begun_afterwards() {
        history.change(EMAIL, true).change(SMS, true);
        swapTimesOfTheFirstTwo();
        assertThat(history.broken()).contains(Invariant.I1_ACKNOWLEDGED_STAYS);
    }

    @Test
    void the_page_shows_what_the_evidence_says() {
        history.change(EMAIL, true).change(EMAIL, false);
        history.choices.put(EMAIL, true);
        assertThat(history.violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.what()).contains("is allowed", "it was refused"));
    }

    @Test
    void the_page_shows_opt_ins_too() {
        history.change(EMAIL, true);
        history.choices.put(EMAIL, false);
        assertThat(history.violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.what()).contains("is refused", "it was allowed"));
    }

    @Test
    void the_page_shows_the_last_version() {
        history.change(EMAIL, true).change(EMAIL, false);
        history.pageVersion = 2;
        assertThat(history.broken()).containsExactly(Invariant.I1_ACKNOWLEDGED_STAYS);
    }

    @Test
    void nobody_is_shown_an_older_version_than_somebody_before() {
        history.change(EMAIL, true).change(EMAIL, false).read();
        Operation read = history.operations.removeLast();
        history.operations.add(new Operation(
                read.number(),
                "c:1",
                Kind.READ,
                Map.of(),
                read.begunAt(),
                read.endedAt(),
                Outcome.DONE,
                OptionalLong.of(2),
                Map.of(EMAIL, true)));
        assertThat(history.broken()).containsExactly(Invariant.NO_STALE_READ);
    }

    @Test
    void an_answer_shows_what_was_committed() {
        history.change(EMAIL, true).read();
        Operation read = history.operations.removeLast();
        history.operations.add(new Operation(
                read.number(),
                "c:1",
                Kind.READ,
                Map.of(),
                read.begunAt(),
                read.endedAt(),
                Outcome.DONE,
                read.version(),
                Map.of(EMAIL, false)));
        assertThat(history.broken()).containsExactly(Invariant.NO_STALE_READ);
    }

    @Test
    void before_anybody_is_known_the_defaults_hold() {
        history.operations.add(new Operation(
                50, "c:1", Kind.READ, Map.of(), -2, -1, Outcome.DONE, OptionalLong.of(0), History.BY_DEFAULT));
        history.change(EMAIL, true);
        assertThat(history.violations()).isEmpty();
    }

    @Test
    void a_change_that_was_not_told_is_a_gap() {
        history.change(EMAIL, true).change(EMAIL, false).change(EMAIL, true);
        history.changes.remove(1);
        assertThat(history.broken()).containsExactly(Invariant.I5_VERSIONS_IN_ORDER);
    }

    @Test
    void changes_are_told_in_their_order() {
        history.change(EMAIL, true).change(EMAIL, false);
        history.changes.add(history.changes.removeFirst());
        assertThat(history.broken()).containsExactly(Invariant.I5_VERSIONS_IN_ORDER);
    }

    @Test
    void the_last_state_is_the_newest() {
        history.change(EMAIL, true).change(EMAIL, false);
        history.states.removeLast();
        assertThat(history.broken()).containsExactly(Invariant.I5_VERSIONS_IN_ORDER);
    }

    @Test
    void a_system_ends_with_the_newest_state() {
        history.change(EMAIL, true).change(EMAIL, false);
        history.acknowledged.removeLast();
        assertThat(history.broken()).containsExactly(Invariant.I5_VERSIONS_IN_ORDER);
    }

    @Test
    void a_system_never_goes_back() {
        history.change(EMAIL, true).change(EMAIL, false);
        history.acknowledged.add(new Event("again", 2, Map.of()));
        history.acknowledged.add(new Event("and-again", 3, Map.of()));
        assertThat(history.broken()).containsExactly(Invariant.I5_VERSIONS_IN_ORDER);
    }

    @Test
    void one_id_means_one_event() {
        history.change(EMAIL, true);
        history.changes.add(new Event("change-2", 2, Map.of(EMAIL, false)));
        assertThat(history.broken()).containsExactly(Invariant.I6_ONE_EFFECT);
    }

    @Test
    void what_was_never_committed_is_never_told() {
        history.change(EMAIL, true);
        history.changes.add(new Event("ghost", 3, Map.of(SMS, true)));
        assertThat(history.broken()).containsExactly(Invariant.I7_PUBLISHED_IF_COMMITTED);
    }

    @Test
    void a_state_that_was_never_committed_is_never_told() {
        history.change(EMAIL, true);
        history.states.addFirst(new Event("ghost", 9, Map.of()));
        assertThat(history.broken()).contains(Invariant.I7_PUBLISHED_IF_COMMITTED);
    }

    @Test
    void what_is_told_is_what_was_committed() {
        history.change(EMAIL, true);
        history.changes.set(0, new Event("change-2", 2, Map.of(EMAIL, false)));
        assertThat(history.broken()).containsExactly(Invariant.I7_PUBLISHED_IF_COMMITTED);
    }

    @Test
    void a_state_says_what_was_committed() {
        history.change(EMAIL, true);
        Map<Cell, Boolean> wrong = new HashMap<>(history.choices);
        wrong.put(SMS, true);
        history.states.set(0, new Event("state-2", 2, wrong));
        assertThat(history.broken()).containsExactly(Invariant.I7_PUBLISHED_IF_COMMITTED);
    }

    @Test
    void the_ledger_has_no_gap() {
        history.change(EMAIL, true).unanswered(EMAIL, false, true).change(EMAIL, true);
        history.ledger.remove(1);
        assertThat(history.broken()).contains(Invariant.I8_LEDGER_VERIFIES);
    }

    private void undoTheLast() {
        history.ledger.removeLast();
        history.changes.removeLast();
        history.states.removeLast();
        history.acknowledged.removeLast();
        history.pageVersion--;
        history.choices.put(EMAIL, true);
    }

    private void swapTimesOfTheFirstTwo() {
        Operation first = history.operations.getFirst();
        Operation second = history.operations.get(1);
        List<Operation> swapped = List.of(
                timed(first, second.begunAt(), second.endedAt()), timed(second, first.begunAt(), first.endedAt()));
        history.operations.set(0, swapped.getFirst());
        history.operations.set(1, swapped.get(1));
    }

    private static Operation timed(Operation operation, long begunAt, long endedAt) {
        return new Operation(
                operation.number(),
                operation.key(),
                operation.kind(),
                operation.wanted(),
                begunAt,
                endedAt,
                operation.outcome(),
                operation.version(),
                operation.seen());
    }
}
