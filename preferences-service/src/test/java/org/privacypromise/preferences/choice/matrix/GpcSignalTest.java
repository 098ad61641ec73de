package org.privacypromise.preferences.choice.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.privacypromise.preferences.choice.matrix.Conflict.Winner;
import org.privacypromise.preferences.choice.matrix.Conflict.Word;

class GpcSignalTest {

    private static final Cell ADVERTS = new Cell("off-site-adverts", "off-site-advertising", "main");
    private static final Decision NO = new Decision(ADVERTS, false);
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
    private static final Instant WEDNESDAY = TUESDAY.plusSeconds(86_400);

    @Test
    void it_opts_out_of_what_nobody_decided_on() {
        assertThat(GpcSignal.on(silence(), List.of(ADVERTS), null, MONDAY))
                .isEqualTo(new GpcSignal(List.of(NO), List.of()));
    }

    @Test
    void it_is_newer_than_a_yes_before_it_and_that_is_shown() {
        GpcSignal signal = GpcSignal.on(chosen(true, MONDAY, Source.CUSTOMER), List.of(ADVERTS), null, TUESDAY);

        assertThat(signal.refusals()).containsExactly(NO);
        assertThat(signal.conflicts())
                .containsExactly(Conflict.between(
                        ADVERTS,
                        new Word(true, MONDAY, Source.CUSTOMER),
                        new Word(false, TUESDAY, Source.GPC),
                        Winner.THERE,
                        TUESDAY));
    }

    @Test
    void a_yes_after_the_first_signal_stands_however_often_the_signal_comes_and_that_is_shown() {
        GpcSignal signal = GpcSignal.on(chosen(true, TUESDAY, Source.CUSTOMER), List.of(ADVERTS), MONDAY, WEDNESDAY);

        assertThat(signal.refusals()).isEmpty();
        assertThat(signal.conflicts())
                .containsExactly(Conflict.between(
                        ADVERTS,
                        new Word(true, TUESDAY, Source.CUSTOMER),
                        new Word(false, MONDAY, Source.GPC),
                        Winner.HERE,
                        WEDNESDAY));
    }

    @Test
    void only_a_yes_of_the_customer_s_own_stands() {
        assertThat(GpcSignal.on(chosen(true, TUESDAY, Source.MERGE), List.of(ADVERTS), MONDAY, WEDNESDAY)
                        .refusals())
                .containsExactly(NO);
    }

    @Test
    void a_no_is_said_again_without_a_conflict() {
        assertThat(GpcSignal.on(chosen(false, MONDAY, Source.CUSTOMER), List.of(ADVERTS), MONDAY, TUESDAY))
                .isEqualTo(new GpcSignal(List.of(NO), List.of()));
    }

    private static ChoiceMatrix silence() {
        return ChoiceMatrix.of(List.of());
    }

    private static ChoiceMatrix chosen(boolean allowed, Instant at, Source source) {
        return silence().with(List.of(new Decision(ADVERTS, allowed)), new Evidence(source, "c-1", "1", "en", at));
    }
}
