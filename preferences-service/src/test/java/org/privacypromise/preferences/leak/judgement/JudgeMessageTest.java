package org.privacypromise.preferences.leak.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.privacypromise.preferences.leak.judgement.Judgement.Doubtful;
import org.privacypromise.preferences.leak.judgement.Judgement.Fair;
import org.privacypromise.preferences.leak.judgement.Judgement.Leak;

class JudgeMessageTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration TARGET = Duration.ofMinutes(10);

    private static final Said YES = new Said(2, NOON.minusSeconds(3600), true);
    private static final Said NO = new Said(3, NOON, false);

    @Test
    void what_was_allowed_is_fair_even_before_the_system_has_said_that_it_knows() {
        assertThat(judge(NOON.minusSeconds(1), List.of(YES, NO), List.of())).isEqualTo(new Fair());
        assertThat(judge(
                        NOON.plusSeconds(30), List.of(NO, new Said(4, NOON.plusSeconds(20), true)), List.of(at(3, 10))))
                .isEqualTo(new Fair());
    }

    @Test
    void what_leaves_after_the_system_s_own_word_is_a_leak() {
        InForce word = at(3, 40);

        assertThat(judge(NOON.plusSeconds(41), List.of(YES, NO), List.of(word)))
                .isEqualTo(new Leak(NO, word, NOON.plus(TARGET)));
        assertThat(judge(NOON.plusSeconds(40), List.of(YES, NO), List.of(word))).isInstanceOf(Leak.class);
        assertThat(judge(NOON.plusSeconds(39), List.of(YES, NO), List.of(word))).isEqualTo(new Fair());
    }

    @Test
    void of_several_words_the_first_that_covers_the_refusal_counts() {
        List<InForce> words = List.of(at(5, 300), at(2, -100), at(4, 60));

        assertThat(judge(NOON.plusSeconds(59), List.of(YES, NO), words)).isEqualTo(new Fair());
        assertThat(judge(NOON.plusSeconds(61), List.of(YES, NO), words))
                .isEqualTo(new Leak(NO, at(4, 60), NOON.plus(TARGET)));
    }

    @Test
    void a_refusal_that_is_said_again_has_been_one_since_the_first_time() {
        Said again = new Said(7, NOON.plusSeconds(500), false);

        assertThat(judge(NOON.plusSeconds(501), List.of(YES, again, NO), List.of(at(3, 20))))
                .isEqualTo(new Leak(NO, at(3, 20), NOON.plus(TARGET)));
    }

    @Test
    void whose_target_time_is_over_can_plead_nothing() {
        assertThat(judge(NOON.plus(TARGET).plusSeconds(1), List.of(YES, NO), List.of()))
                .isEqualTo(new Leak(NO, null, NOON.plus(TARGET)));
        assertThat(judge(NOON.plus(TARGET).plusSeconds(1), List.of(YES, NO), List.of(at(3, 900))))
                .isEqualTo(new Leak(NO, null, NOON.plus(TARGET)));
    }

    @Test
    void as_long_as_the_system_s_word_may_arrive_it_is_in_doubt() {
        Instant sentAt = NOON.plusSeconds(60);
        Instant clearAt = NOON.plus(TARGET).plusSeconds(300);

        assertThat(JudgeMessage.judge(sentAt, List.of(YES, NO), List.of(), TARGET, sentAt))
                .isEqualTo(new Doubtful(clearAt));
        assertThat(JudgeMessage.judge(sentAt, List.of(YES, NO), List.of(), TARGET, clearAt))
                .isEqualTo(new Fair());
        assertThat(JudgeMessage.judge(sentAt, List.of(YES, NO), List.of(at(3, 61)), TARGET, sentAt))
                .isEqualTo(new Fair());
    }

    @Test
    void of_somebody_about_whom_nothing_was_known_yet_nothing_can_be_said() {
        assertThat(judge(NOON.minusSeconds(1), List.of(NO), List.of(at(3, 0)))).isEqualTo(new Fair());
    }

    private static Judgement judge(Instant sentAt, List<Said> said, List<InForce> words) {
        return JudgeMessage.judge(sentAt, said, words, TARGET, sentAt.plusSeconds(1));
    }

    private static InForce at(long version, long secondsAfterNoon) {
        return new InForce(version, NOON.plusSeconds(secondsAfterNoon));
    }
}
