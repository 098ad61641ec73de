package org.privacypromise.fraudcheck.rule.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final Reason REVIEW = reason("look", Verdict.REVIEW);
    private static final Reason DENY = reason("stop", Verdict.DENY);

    @Test
    void if_no_rule_speaks_nothing_is_against_it() {
        assertThat(Judgement.by(List.of())).isEqualTo(new Judgement(Verdict.ALLOW, List.of()));
    }

    @Test
    void the_most_severe_verdict_wins_wherever_it_stands_and_every_reason_is_told_in_order() {
        assertThat(Judgement.by(List.of(REVIEW, DENY, REVIEW)))
                .isEqualTo(new Judgement(Verdict.DENY, List.of(REVIEW, DENY, REVIEW)));
        assertThat(Judgement.by(List.of(DENY, REVIEW)).verdict()).isEqualTo(Verdict.DENY);
        assertThat(Judgement.by(List.of(REVIEW, REVIEW)).verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void another_order_of_rules_or_a_rule_said_twice_does_not_change_the_verdict() {
        List<Reason> spoken = new java.util.ArrayList<>(List.of(REVIEW, DENY, REVIEW, REVIEW));
        for (int turn = 0; turn < spoken.size(); turn++) {
            Collections.rotate(spoken, 1);
            assertThat(Judgement.by(spoken).verdict()).isEqualTo(Verdict.DENY);
        }
    }

    @Test
    void a_reason_is_told_in_the_language_wanted_or_its_base_or_as_it_was_written() {
        Reason reason = new Reason("r", Verdict.REVIEW, "en", Map.of("en", "Too many.", "de", "Zu viele."));

        assertThat(reason.text("de")).isEqualTo("Zu viele.");
        assertThat(reason.text("de-AT")).isEqualTo("Zu viele.");
        assertThat(reason.text("fr")).isEqualTo("Too many.");
        assertThat(reason.text("")).isEqualTo("Too many.");
    }

    @Test
    void a_reason_without_words_or_in_favour_is_none() {
        assertThatThrownBy(() -> new Reason("r", Verdict.REVIEW, "en", Map.of("de", "Zu viele.")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("original language");
        assertThatThrownBy(() -> reason("r", Verdict.ALLOW)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Reason reason(String rule, Verdict verdict) {
        return new Reason(rule, verdict, "en", Map.of("en", "Something was noticed."));
    }
}
