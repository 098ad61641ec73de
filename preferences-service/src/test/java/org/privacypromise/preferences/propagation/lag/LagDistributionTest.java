package org.privacypromise.preferences.propagation.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LagDistributionTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 999, 60_000, 61_000, 86_400_000, 31_536_000_000L})
    void a_class_is_never_shorter_than_what_is_in_it_and_longer_by_a_tenth_at_most(long millis) {
        long upTo = LagClass.of(millis).upTo();

        assertThat(upTo).isBetween(millis, millis + Math.max(1, (long) Math.ceil(millis * 0.1)));
    }

    @Test
    void longer_ones_are_never_in_a_lower_class() {
        new Random(4)
                .longs(10_000, 0, 100_000_000)
                .forEach(millis -> assertThat(LagClass.of(millis + 1).number())
                        .isGreaterThanOrEqualTo(LagClass.of(millis).number()));
    }

    @Test
    void percentiles_are_those_of_the_single_durations_within_a_tenth() {
        // Given
        long[] durations = new Random(7).longs(5_000, 1, 200_000).sorted().toArray();
        Map<Integer, Long> counts = new HashMap<>();
        Arrays.stream(durations)
                .forEach(millis -> counts.merge(LagClass.of(millis).number(), 1L, Long::sum));

        // When
        LagDistribution lags = new LagDistribution(counts, durations[durations.length - 1]);

        // Then
        assertThat(lags.changes()).isEqualTo(durations.length);
        for (double share : new double[] {0.5, 0.95, 1}) {
            long exactly = durations[(int) Math.ceil(share * durations.length) - 1];
            assertThat(lags.millisOf(share)).isBetween(exactly, (long) (exactly * 1.1) + 1);
        }
        assertThat(lags.millisOf(1)).isEqualTo(lags.longestMillis());
    }

    @Test
    void one_is_told_exactly() {
        assertThat(new LagDistribution(Map.of(LagClass.of(418).number(), 1L), 418).millisOf(0.5))
                .isEqualTo(418);
    }

    @Test
    void of_nothing_there_is_no_percentile() {
        assertThat(LagDistribution.empty().millisOf(0.95)).isNull();
        assertThat(LagDistribution.empty().longestMillis()).isNull();
        assertThat(LagDistribution.empty().changes()).isZero();
    }
}
