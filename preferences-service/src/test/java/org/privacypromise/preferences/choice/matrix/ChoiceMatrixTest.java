package org.privacypromise.preferences.choice.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ChoiceMatrixTest {

    private static final Cell MAIN_EMAIL = new Cell("marketing-main", "email", "main");
    private static final Cell MARKETPLACE_EMAIL = new Cell("marketing-marketplace", "email", "marketplace");
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");

    private final ChoiceMatrix nothingChosen = ChoiceMatrix.of(List.of());

    @Test
    void a_choice_keeps_its_evidence() {
        // When
        ChoiceMatrix matrix = nothingChosen.with(List.of(allow(MAIN_EMAIL)), evidence(MONDAY));

        // Then
        assertThat(matrix.at(MAIN_EMAIL))
                .contains(new Choice("marketing-main", "email", "main", true, MONDAY, Source.CUSTOMER, "1", "en"));
        assertThat(matrix.at(MARKETPLACE_EMAIL)).isEmpty();
    }

    @Test
    void saying_the_same_again_changes_nothing() {
        // Given
        ChoiceMatrix matrix = nothingChosen.with(List.of(allow(MAIN_EMAIL)), evidence(MONDAY));

        // Then
        assertThat(matrix.changesBy(List.of(allow(MAIN_EMAIL)))).isEmpty();
        assertThat(matrix.with(List.of(allow(MAIN_EMAIL)), evidence(TUESDAY)).at(MAIN_EMAIL))
                .get()
                .extracting(Choice::since)
                .isEqualTo(MONDAY);
    }

    @Test
    void saying_the_same_again_is_a_choice_of_its_own_once_the_first_counts_no_longer() {
        // Given
        ChoiceMatrix matrix =
                nothingChosen.with(List.of(allow(MAIN_EMAIL), refuse(MARKETPLACE_EMAIL)), evidence(MONDAY));

        // When
        ChoiceMatrix again =
                matrix.with(List.of(allow(MAIN_EMAIL), refuse(MARKETPLACE_EMAIL)), evidence(TUESDAY), Choice::allowed);

        // Then
        assertThat(again.at(MAIN_EMAIL)).get().extracting(Choice::since).isEqualTo(TUESDAY);
        assertThat(again.at(MARKETPLACE_EMAIL)).get().extracting(Choice::since).isEqualTo(MONDAY);
        assertThat(matrix.changesBy(List.of(allow(MAIN_EMAIL)), Choice::allowed))
                .containsExactly(allow(MAIN_EMAIL));
    }

    @Test
    void a_first_refusal_counts_though_nothing_was_allowed() {
        assertThat(nothingChosen.changesBy(List.of(refuse(MAIN_EMAIL)))).containsExactly(refuse(MAIN_EMAIL));
    }

    @Test
    void of_two_decisions_on_one_cell_the_last_counts() {
        assertThat(nothingChosen.changesBy(List.of(allow(MAIN_EMAIL), refuse(MAIN_EMAIL))))
                .containsExactly(refuse(MAIN_EMAIL));
    }

    @Test
    void refusals_carry_over_and_allowances_never() {
        // Given
        ChoiceMatrix matrix =
                nothingChosen.with(List.of(allow(MAIN_EMAIL), refuse(MARKETPLACE_EMAIL)), evidence(MONDAY));

        // Then
        assertThat(matrix.refusals()).containsExactly(refuse(MARKETPLACE_EMAIL));
    }

    @Test
    void whatever_is_decided_in_whatever_order_the_last_word_on_each_cell_holds() {
        long seed = System.nanoTime();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Cell> cells = List.of(MAIN_EMAIL, MARKETPLACE_EMAIL, new Cell("marketing-main", "sms", "main"));

        for (int round = 0; round < 500; round++) {
            // Given
            List<Decision> decisions = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                decisions.add(new Decision(cells.get(random.nextInt(cells.size())), random.nextBoolean()));
            }

            // When: all at once, and one by one
            ChoiceMatrix atOnce = nothingChosen.with(decisions, evidence(MONDAY));
            ChoiceMatrix oneByOne = nothingChosen;
            for (Decision decision : decisions) {
                oneByOne = oneByOne.with(List.of(decision), evidence(MONDAY));
            }

            // Then
            for (Cell cell : cells) {
                var lastWord = decisions.stream()
                        .filter(decision -> decision.cell().equals(cell))
                        .reduce((first, second) -> second)
                        .map(Decision::allowed);
                assertThat(atOnce.at(cell).map(Choice::allowed))
                        .as("seed %d", seed)
                        .isEqualTo(lastWord);
                assertThat(oneByOne.at(cell).map(Choice::allowed))
                        .as("seed %d", seed)
                        .isEqualTo(lastWord);
            }
            assertThat(atOnce.changesBy(decisions.reversed().stream()
                            .filter(decision ->
                                    atOnce.at(decision.cell()).orElseThrow().allowed() == decision.allowed())
                            .toList()))
                    .isEmpty();
        }
    }

    private static Decision allow(Cell cell) {
        return new Decision(cell, true);
    }

    private static Decision refuse(Cell cell) {
        return new Decision(cell, false);
    }

    private static Evidence evidence(Instant at) {
        return new Evidence(Source.CUSTOMER, "c-1", "1", "en", at);
    }
}
