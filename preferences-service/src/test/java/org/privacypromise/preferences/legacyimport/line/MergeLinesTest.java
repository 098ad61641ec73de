package org.privacypromise.preferences.legacyimport.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Choice;
import org.privacypromise.preferences.choice.matrix.Source;

class MergeLinesTest {

    private static final Cell EMAIL = new Cell("news", "email", "main");
    private static final Cell SMS = new Cell("news", "sms", "main");
    private static final Instant IMPORTED = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void what_nobody_has_chosen_yet_is_taken_over() {
        assertThat(outcome(null, in(2020))).isEqualTo(Outcome.OPT_IN);
        assertThat(outcome(null, out(2020))).isEqualTo(Outcome.OPT_OUT);
        assertThat(outcome(null, undated())).isEqualTo(Outcome.OPT_OUT);
    }

    @Test
    void a_newer_choice_stays() {
        assertThat(outcome(chosen(true, 2022, Source.CUSTOMER), out(2021))).isEqualTo(Outcome.NEWER_CHOICE_KEPT);
        assertThat(outcome(chosen(true, 2022, Source.CUSTOMER), undated())).isEqualTo(Outcome.NEWER_CHOICE_KEPT);
        assertThat(outcome(chosen(true, 2022, Source.IMPORT), out(2021))).isEqualTo(Outcome.NEWER_CHOICE_KEPT);
        assertThat(outcome(chosen(false, 2022, Source.IMPORT), in(2021))).isEqualTo(Outcome.NEWER_CHOICE_KEPT);
    }

    @Test
    void an_older_choice_does_not_unless_it_is_a_no_that_was_said_here() {
        assertThat(outcome(chosen(true, 2020, Source.CUSTOMER), out(2021))).isEqualTo(Outcome.OPT_OUT);
        assertThat(outcome(chosen(false, 2020, Source.IMPORT), in(2021))).isEqualTo(Outcome.OPT_IN);
        for (Source here : List.of(Source.CUSTOMER, Source.UNSUBSCRIBE_LINK, Source.SUPPRESSION)) {
            assertThat(outcome(chosen(false, 2020, here), in(2021))).isEqualTo(Outcome.EARLIER_NO_KEPT);
        }
    }

    @Test
    void a_no_at_the_contact_point_is_one_of_whoever_is_reached_by_it() {
        assertThat(MergeLines.into(Map.of(), Set.of(EMAIL), List.of(in(2025))).outcomes())
                .containsExactly(Outcome.EARLIER_NO_KEPT);
        assertThat(MergeLines.into(Map.of(), Set.of(SMS), List.of(in(2025))).outcomes())
                .containsExactly(Outcome.OPT_IN);
    }

    @Test
    void of_two_that_were_said_at_once_the_no_counts() {
        assertThat(allowed(apply(Map.of(), List.of(in(2020), out(2020))))).isFalse();
        assertThat(allowed(apply(Map.of(), List.of(out(2020), in(2020))))).isFalse();
        assertThat(outcome(chosen(true, 2020, Source.CUSTOMER), out(2020))).isEqualTo(Outcome.OPT_OUT);
    }

    @Test
    void of_two_lines_about_one_choice_one_counts_and_the_other_is_told_of() {
        MergeLines merged = MergeLines.into(Map.of(), Set.of(), List.of(in(2020), out(2021)));

        assertThat(merged.changes()).extracting(ImportLine::allowed).containsExactly(false);
        assertThat(merged.outcomes()).containsExactlyInAnyOrder(Outcome.REPLACED_BY_ANOTHER_LINE, Outcome.OPT_OUT);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void neither_the_order_of_lines_nor_how_they_are_split_into_imports_makes_a_difference(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            // Given
            List<ImportLine> lines = randomLines(random);
            Map<Cell, Choice> start = random.nextBoolean()
                    ? Map.of()
                    : Map.of(EMAIL, chosen(random.nextInt(3) == 0, 2030, Source.CUSTOMER));
            Map<Cell, Choice> atOnce = apply(start, lines);

            // When
            Collections.shuffle(lines, random);
            int cut = random.nextInt(lines.size() + 1);
            Map<Cell, Choice> inTwo = apply(apply(start, lines.subList(0, cut)), lines.subList(cut, lines.size()));

            // Then
            assertThat(allowed(inTwo)).as("seed %d: %s", seed, lines).isEqualTo(allowed(atOnce));
            assertThat(apply(inTwo, lines)).as("once more").isEqualTo(inTwo);
            if (start.values().stream().anyMatch(choice -> !choice.allowed())) {
                assertThat(allowed(inTwo)).isFalse();
            }
        }
    }

    private static List<ImportLine> randomLines(Random random) {
        List<ImportLine> lines = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            int year = 2000 + random.nextInt(5);
            lines.add(
                    switch (random.nextInt(5)) {
                        case 0 -> undated();
                        case 1, 2 -> out(year);
                        default -> in(year);
                    });
        }
        return lines;
    }

    /** As the import does. */
    private static Map<Cell, Choice> apply(Map<Cell, Choice> chosen, List<ImportLine> lines) {
        Map<Cell, Choice> next = new LinkedHashMap<>(chosen);
        MergeLines.into(chosen, Set.of(), lines)
                .changes()
                .forEach(line -> next.put(
                        line.cell(),
                        new Choice(
                                "news",
                                line.cell().channel(),
                                "main",
                                line.allowed(),
                                line.decidedAt() == null ? IMPORTED : line.decidedAt(),
                                Source.IMPORT,
                                line.decidedAt() == null ? MergeLines.UNDATED : "1",
                                "en")));
        return next;
    }

    private static boolean allowed(Map<Cell, Choice> choices) {
        Choice choice = choices.get(EMAIL);
        return choice != null && choice.allowed();
    }

    private static Outcome outcome(@org.jspecify.annotations.Nullable Choice chosen, ImportLine line) {
        return MergeLines.into(chosen == null ? Map.of() : Map.of(EMAIL, chosen), Set.of(), List.of(line))
                .outcomes()
                .getFirst();
    }

    private static Choice chosen(boolean allowed, int year, Source source) {
        return new Choice("news", "email", "main", allowed, at(year), source, "1", "en");
    }

    private static ImportLine in(int year) {
        return new ImportLine(1, "c:1", EMAIL, true, at(year), "1", "en", "form", "r");
    }

    private static ImportLine out(int year) {
        return new ImportLine(1, "c:1", EMAIL, false, at(year), null, null, null, null);
    }

    private static ImportLine undated() {
        return new ImportLine(1, "c:1", EMAIL, false, null, null, null, null, null);
    }

    private static Instant at(int year) {
        return Instant.parse(year + "-06-01T00:00:00Z");
    }
}
