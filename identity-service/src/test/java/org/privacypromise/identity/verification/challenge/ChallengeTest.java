package org.privacypromise.identity.verification.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChallengeTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @Test
    void it_is_open_for_five_minutes() {
        Challenge started = Challenge.start(NOW);

        assertThat(started.expiresAt()).isEqualTo(NOW.plusSeconds(300));
        assertThat(started.mayLook(NOW.plusSeconds(299))).isTrue();
        assertThat(started.mayLook(NOW.plusSeconds(300))).isFalse();
    }

    @Test
    void the_right_code_works_once() {
        Challenge verified = Challenge.start(NOW).look(true, NOW);

        assertThat(verified.outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(verified.mayLook(NOW)).isFalse();
        assertThatThrownBy(() -> verified.look(true, NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_fifth_wrong_code_ends_it() {
        Challenge challenge = Challenge.start(NOW);
        for (int i = 0; i < 4; i++) {
            challenge = challenge.look(false, NOW);
            assertThat(challenge.outcome()).isNull();
        }

        Challenge failed = challenge.look(false, NOW);

        assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.looks()).isEqualTo(5);
        assertThatThrownBy(() -> failed.look(true, NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_fifth_code_may_be_the_right_one() {
        Challenge challenge = Challenge.start(NOW);
        for (int i = 0; i < 4; i++) {
            challenge = challenge.look(false, NOW);
        }

        assertThat(challenge.look(true, NOW).outcome()).isEqualTo(Outcome.VERIFIED);
    }

    @Test
    void another_code_has_its_own_life_and_gives_no_more_looks() {
        Challenge renewed =
                Challenge.start(NOW).look(false, NOW).look(false, NOW).renew(NOW.plusSeconds(100));

        assertThat(renewed.expiresAt()).isEqualTo(NOW.plusSeconds(400));
        assertThat(renewed.looks()).isEqualTo(2);
    }

    @Test
    void what_has_ended_is_not_renewed() {
        Challenge verified = Challenge.start(NOW).look(true, NOW);
        Challenge late = Challenge.start(NOW.minusSeconds(300));

        assertThatThrownBy(() -> verified.renew(NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> late.renew(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_outcome_is_never_taken_back() {
        assertThat(Challenge.start(NOW).expire().outcome()).isEqualTo(Outcome.EXPIRED);
        assertThat(Challenge.start(NOW).look(true, NOW).expire().outcome()).isEqualTo(Outcome.VERIFIED);
    }

    @Test
    void whatever_happens_at_most_five_codes_are_looked_at() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int run = 0; run < 1000; run++) {
            Challenge challenge = Challenge.start(NOW);
            Instant now = NOW;
            int looks = 0;
            for (int step = 0; step < 30; step++) {
                now = now.plusSeconds(random.nextInt(60));
                if (!challenge.mayLook(now)) {
                    continue;
                }
                if (random.nextBoolean()) {
                    challenge = challenge.renew(now);
                } else {
                    challenge = challenge.look(random.nextInt(10) == 0, now);
                    looks++;
                }
            }
            assertThat(looks).as("seed %d", seed).isLessThanOrEqualTo(5).isEqualTo(challenge.looks());
        }
    }
}
