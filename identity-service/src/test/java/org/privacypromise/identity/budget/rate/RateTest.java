package org.privacypromise.identity.budget.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @Test
    void what_is_used_comes_back_evenly() {
        assertThat(new Rate(20, Duration.ofHours(1)).step()).isEqualTo(Duration.ofMinutes(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 100, 20_000})
    void exactly_the_burst_fits_at_once(int burst) {
        // Given
        Rate rate = new Rate(burst, Duration.ofHours(1));

        // When
        Instant usedUntil = NOW;
        int used = 0;
        while (!usedUntil.plus(rate.step()).isAfter(rate.reach(NOW))) {
            usedUntil = usedUntil.plus(rate.step());
            used++;
        }

        // Then
        assertThat(used).isEqualTo(burst);
    }

    @Test
    void a_step_is_as_exact_as_the_database_stores_it() {
        assertThat(new Rate(7, Duration.ofMinutes(1)).step().toNanos() % 1000).isZero();
    }

    @Test
    void whoever_is_refused_learns_when_to_come_back() {
        Rate rate = new Rate(20, Duration.ofHours(1));

        assertThat(rate.secondsUntilNext(NOW.plus(Duration.ofHours(1)), NOW)).isEqualTo(180);
        assertThat(rate.secondsUntilNext(NOW.plusSeconds(3421), NOW)).isEqualTo(1);
        assertThat(rate.secondsUntilNext(NOW.plusMillis(3_421_001), NOW)).isEqualTo(2);
        assertThat(rate.secondsUntilNext(NOW, NOW)).isEqualTo(1);
    }

    @Test
    void a_share_is_rounded_up_so_that_nobody_gets_nothing() {
        Rate rate = new Rate(20, Duration.ofHours(1));

        assertThat(rate.share(16)).isEqualTo(new Rate(2, Duration.ofHours(1)));
        assertThat(rate.share(1)).isEqualTo(rate);
    }

    @Test
    void a_rate_of_nothing_is_no_rate() {
        assertThatThrownBy(() -> new Rate(0, Duration.ofHours(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(1, Duration.ofHours(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(1000, Duration.ofNanos(1000))).isInstanceOf(IllegalArgumentException.class);
    }
}
