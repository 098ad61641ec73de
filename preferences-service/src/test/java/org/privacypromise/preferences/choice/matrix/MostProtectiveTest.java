package org.privacypromise.preferences.choice.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.privacypromise.preferences.choice.matrix.RandomChoices.CELLS;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.privacypromise.preferences.choice.matrix.Conflict.Winner;
import org.privacypromise.preferences.choice.matrix.Conflict.Word;

class MostProtectiveTest {

    private static final int ROUNDS = 500;

    private final long seed = System.nanoTime();
    private final RandomChoices random = new RandomChoices(seed);

    @Test
    void a_no_on_either_side_holds_on_both_and_a_yes_only_against_silence() {
        for (int round = 0; round < ROUNDS; round++) {
            ChoiceMatrix here = random.matrix(Source.CUSTOMER);
            ChoiceMatrix there = random.matrix(Source.CONFIRMATION_LINK, Source.UNSUBSCRIBE_LINK);

            Merged merged = merge(here, there);

            for (Cell cell : CELLS) {
                Optional<Boolean> expected = mostProtective(at(here, cell), at(there, cell));
                assertThat(at(merged.here, cell)).as("seed %d", seed).isEqualTo(expected);
                assertThat(at(merged.there, cell).orElse(true) || !expected.orElse(true))
                        .as("a no reaches the contact point, seed %d", seed)
                        .isTrue();
            }
        }
    }

    @Test
    void whichever_side_is_asked_first_the_same_is_allowed() {
        for (int round = 0; round < ROUNDS; round++) {
            ChoiceMatrix here = random.matrix(Source.CUSTOMER);
            ChoiceMatrix there = random.matrix(Source.CONFIRMATION_LINK);

            for (Cell cell : CELLS) {
                assertThat(at(merge(here, there).here, cell))
                        .as("seed %d", seed)
                        .isEqualTo(at(merge(there, here).here, cell));
            }
        }
    }

    @Test
    void several_contact_points_may_come_in_any_order() {
        for (int round = 0; round < ROUNDS; round++) {
            ChoiceMatrix here = random.matrix(Source.CUSTOMER);
            ChoiceMatrix first = random.matrix(Source.CONFIRMATION_LINK);
            ChoiceMatrix second = random.matrix(Source.CONFIRMATION_LINK);

            ChoiceMatrix oneWay = merge(merge(here, first).here, second).here;
            ChoiceMatrix otherWay = merge(merge(here, second).here, first).here;

            for (Cell cell : CELLS) {
                assertThat(at(oneWay, cell)).as("seed %d", seed).isEqualTo(at(otherWay, cell));
            }
        }
    }

    @Test
    void once_merged_there_is_nothing_left_to_merge() {
        for (int round = 0; round < ROUNDS; round++) {
            Merged merged = merge(random.matrix(Source.CUSTOMER), random.matrix(Source.CONFIRMATION_LINK));

            MostProtective again = MostProtective.of(merged.here, Memory.NOTHING, merged.there, random.next());

            assertThat(again.conflicts()).as("seed %d", seed).isEmpty();
            assertThat(again.refusedHere()).isEmpty();
            assertThat(again.refusedThere()).isEmpty();
            assertThat(again.allowedHere()).isEmpty();
        }
    }

    @Test
    void what_was_said_differently_is_shown_with_both_words_and_who_wins() {
        for (int round = 0; round < ROUNDS; round++) {
            ChoiceMatrix here = random.matrix(Source.CUSTOMER);
            ChoiceMatrix there = random.matrix(Source.CONFIRMATION_LINK);

            List<Conflict> conflicts = MostProtective.of(here, Memory.NOTHING, there, random.next())
                    .conflicts();

            assertThat(conflicts)
                    .extracting(Conflict::cell)
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(CELLS.stream()
                            .filter(cell -> at(here, cell).isPresent()
                                    && at(there, cell).isPresent()
                                    && !at(here, cell).equals(at(there, cell)))
                            .toList());
            for (Conflict conflict : conflicts) {
                assertThat(conflict.here())
                        .isEqualTo(Word.of(here.at(conflict.cell()).orElseThrow()));
                assertThat(conflict.there())
                        .isEqualTo(Word.of(there.at(conflict.cell()).orElseThrow()));
                assertThat(conflict.winner() == Winner.HERE)
                        .isEqualTo(conflict.there().allowed());
            }
        }
    }

    @Test
    void who_has_not_proven_the_contact_point_gets_the_refusals_and_learns_of_no_allowance() {
        for (int round = 0; round < ROUNDS; round++) {
            ChoiceMatrix here = random.matrix(Source.CUSTOMER);
            ChoiceMatrix there = random.matrix(Source.CONFIRMATION_LINK);
            MostProtective whole = MostProtective.of(here, Memory.NOTHING, there, random.next());

            MostProtective first = whole.refusalsOnly();
            MostProtective later = whole.allowancesOnly();

            assertThat(first.allowedHere()).isEmpty();
            assertThat(first.refusedThere()).isEmpty();
            assertThat(first.conflicts()).allMatch(conflict -> !conflict.there().allowed());
            assertThat(first.refusedHere()).isEqualTo(whole.refusedHere());
            assertThat(later.refusedHere()).isEmpty();
            assertThat(later.conflicts()).allMatch(conflict -> conflict.there().allowed());
            assertThat(first.conflicts().size() + later.conflicts().size())
                    .isEqualTo(whole.conflicts().size());
        }
    }

    @Test
    void whoever_has_switched_everything_off_has_said_no_to_all_of_it() {
        for (int round = 0; round < ROUNDS; round++) {
            // Given an account of before and cells that came later
            ChoiceMatrix before = random.matrix(Source.CUSTOMER);
            List<Cell> switchedOff = CELLS.subList(0, CELLS.size() / 2);
            Memory memory = Memory.NOTHING.with(EverythingOff.at(random.next(), before, switchedOff, null));
            ChoiceMatrix here = before.without(CELLS)
                    .with(
                            switchedOff.stream()
                                    .map(cell -> new Decision(cell, false))
                                    .toList(),
                            random.evidence(Source.CUSTOMER));
            ChoiceMatrix there = random.matrix(Source.CONFIRMATION_LINK, Source.UNSUBSCRIBE_LINK);

            // When
            MostProtective merged = MostProtective.of(here, memory, there, random.next());

            // Then nothing is allowed, here or there, and the customer sees what would have been
            assertThat(merged.allowedHere()).as("seed %d", seed).isEmpty();
            assertThat(merged.refusedThere())
                    .extracting(Decision::cell)
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(allowed(there));
            assertThat(merged.conflicts())
                    .as("seed %d", seed)
                    .allMatch(conflict -> conflict.winner() == Winner.HERE)
                    .extracting(Conflict::cell)
                    .containsExactlyInAnyOrderElementsOf(allowed(there));
        }
    }

    @Test
    void a_no_there_is_not_undone_when_everything_comes_back() {
        for (int round = 0; round < ROUNDS; round++) {
            ChoiceMatrix before = random.matrix(Source.CUSTOMER);
            List<Decision> off = before.changesBy(
                    CELLS.stream().map(cell -> new Decision(cell, false)).toList());
            List<Cell> switchedOff = off.stream().map(Decision::cell).toList();
            Memory memory = Memory.NOTHING.with(EverythingOff.at(random.next(), before, switchedOff, null));
            ChoiceMatrix here = before.with(off, random.evidence(Source.CUSTOMER));
            ChoiceMatrix there = random.matrix(Source.CONFIRMATION_LINK, Source.UNSUBSCRIBE_LINK);

            List<Cell> refused = MostProtective.of(here, memory, there, random.next()).refusedHere().stream()
                    .map(Decision::cell)
                    .toList();
            EverythingOff left = Objects.requireNonNull(
                    memory.afterDecisionsOn(refused, Source.SUPPRESSION).everythingOff());

            for (Cell cell : CELLS) {
                assertThat(left.covers(cell))
                        .as("seed %d", seed)
                        .isEqualTo(switchedOff.contains(cell) && at(there, cell).orElse(true));
            }
        }
    }

    private static List<Cell> allowed(ChoiceMatrix matrix) {
        return CELLS.stream().filter(cell -> at(matrix, cell).orElse(false)).toList();
    }

    private record Merged(ChoiceMatrix here, ChoiceMatrix there) {}

    private Merged merge(ChoiceMatrix here, ChoiceMatrix there) {
        MostProtective merged = MostProtective.of(here, Memory.NOTHING, there, random.next());
        List<Decision> allowances = merged.allowedHere().stream()
                .map(choice -> new Decision(choice.cell(), true))
                .toList();
        return new Merged(
                here.with(merged.refusedHere(), random.evidence(Source.SUPPRESSION))
                        .with(allowances, random.evidence(Source.MERGE)),
                there.with(merged.refusedThere(), random.evidence(Source.MERGE)));
    }

    private static Optional<Boolean> mostProtective(Optional<Boolean> one, Optional<Boolean> other) {
        if (one.isPresent() && other.isPresent()) {
            return Optional.of(one.get() && other.get());
        }
        return one.or(() -> other);
    }

    private static Optional<Boolean> at(ChoiceMatrix matrix, Cell cell) {
        return matrix.at(cell).map(Choice::allowed);
    }
}
