package org.privacypromise.preferences.choice.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.privacypromise.preferences.choice.matrix.RandomChoices.CELLS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EverythingOffTest {

    private static final int ROUNDS = 500;

    private final long seed = System.nanoTime();
    private final RandomChoices random = new RandomChoices(seed);

    @Test
    void off_and_undone_is_exactly_what_it_was_before() {
        for (int round = 0; round < ROUNDS; round++) {
            // Given
            ChoiceMatrix before = random.matrix(Source.CUSTOMER, Source.UNSUBSCRIBE_LINK, Source.SOFT_OPT_IN);

            // When
            Switched off = off(before, null);
            ChoiceMatrix after = undo(off);

            // Then
            assertThat(allowed(off.matrix)).as("seed %d", seed).doesNotContainValue(true);
            assertThat(off.matrix.choices()).hasSameSizeAs(CELLS);
            assertThat(allowed(after)).as("seed %d", seed).isEqualTo(allowed(before));
            assertThat(refusals(after)).as("with their evidence, seed %d", seed).isEqualTo(refusals(before));
        }
    }

    @Test
    void off_twice_is_off_once() {
        for (int round = 0; round < ROUNDS; round++) {
            ChoiceMatrix before = random.matrix(Source.CUSTOMER);
            Switched once = off(before, null);

            Switched twice = off(once.matrix, once.off);

            assertThat(twice.matrix.choices()).isEqualTo(once.matrix.choices());
            assertThat(allowed(undo(twice))).as("seed %d", seed).isEqualTo(allowed(before));
        }
    }

    @Test
    void what_was_decided_in_between_is_not_undone_and_a_no_least_of_all() {
        for (int round = 0; round < ROUNDS; round++) {
            // Given
            ChoiceMatrix before = random.matrix(Source.CUSTOMER);
            Switched off = off(before, null);

            // When
            List<Decision> meanwhile = random.decisions(3);
            ChoiceMatrix decided = off.matrix.with(meanwhile, random.evidence(Source.UNSUBSCRIBE_LINK));
            EverythingOff left =
                    off.off.without(meanwhile.stream().map(Decision::cell).toList());
            ChoiceMatrix after = undo(new Switched(decided, left));

            // Then
            for (Cell cell : CELLS) {
                Optional<Boolean> lastWord = meanwhile.stream()
                        .filter(decision -> decision.cell().equals(cell))
                        .reduce((first, second) -> second)
                        .map(Decision::allowed);
                assertThat(after.at(cell).map(Choice::allowed))
                        .as("seed %d", seed)
                        .isEqualTo(
                                lastWord.isPresent()
                                        ? lastWord
                                        : before.at(cell).map(Choice::allowed));
            }
        }
    }

    @Test
    void what_was_allowed_again_and_switched_off_again_comes_back_as_it_was_last() {
        // Given
        Cell cell = CELLS.getFirst();
        ChoiceMatrix silent = ChoiceMatrix.of(List.of());
        Switched off = off(silent, null);
        ChoiceMatrix allowedAgain =
                off.matrix.with(List.of(new Decision(cell, true)), random.evidence(Source.CUSTOMER));

        // When
        Switched offAgain = off(allowedAgain, off.off.without(List.of(cell)));

        // Then
        assertThat(allowed(undo(offAgain))).isEqualTo(Map.of(cell, true));
    }

    @Test
    void an_allowance_that_no_longer_covers_what_is_done_stays_off_and_is_named() {
        // Given
        Evidence older = new Evidence(Source.CUSTOMER, "c-1", "1", "en", random.next());
        Evidence newer = new Evidence(Source.CUSTOMER, "c-1", "2", "de", random.next());
        ChoiceMatrix before = ChoiceMatrix.of(List.of())
                .with(List.of(new Decision(CELLS.get(0), true)), older)
                .with(List.of(new Decision(CELLS.get(1), true)), newer);

        // When
        Undo undo =
                Undo.of(off(before, null).off, choice -> choice.noticeVersion().equals("2"));

        // Then
        assertThat(undo.stayOff()).containsExactly(CELLS.get(0));
        assertThat(undo.allowances())
                .isEqualTo(Map.of(new Undo.Reading("2", "de"), List.of(new Decision(CELLS.get(1), true))));
        assertThat(undo.silent()).containsExactlyElementsOf(CELLS.subList(2, CELLS.size()));
    }

    private record Switched(ChoiceMatrix matrix, EverythingOff off) {}

    private Switched off(ChoiceMatrix before, EverythingOff earlier) {
        List<Decision> no =
                CELLS.stream().map(cell -> new Decision(cell, false)).toList();
        List<Cell> changed = before.changesBy(no).stream().map(Decision::cell).toList();
        Evidence evidence = random.evidence(Source.CUSTOMER);
        return new Switched(before.with(no, evidence), EverythingOff.at(evidence.at(), before, changed, earlier));
    }

    private ChoiceMatrix undo(Switched switched) {
        Undo undo = Undo.of(switched.off, choice -> true);
        assertThat(undo.stayOff()).isEmpty();
        List<Decision> allowances = new ArrayList<>();
        undo.allowances().values().forEach(allowances::addAll);
        return switched.matrix
                .with(allowances, random.evidence(Source.CUSTOMER))
                .without(undo.silent());
    }

    private static Map<Cell, Boolean> allowed(ChoiceMatrix matrix) {
        Map<Cell, Boolean> allowed = new HashMap<>();
        matrix.choices().forEach(choice -> allowed.put(choice.cell(), choice.allowed()));
        return allowed;
    }

    private static Map<Cell, Choice> refusals(ChoiceMatrix matrix) {
        Map<Cell, Choice> refusals = new HashMap<>();
        matrix.choices().stream()
                .filter(choice -> !choice.allowed())
                .forEach(choice -> refusals.put(choice.cell(), choice));
        return refusals;
    }
}
