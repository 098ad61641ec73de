package org.privacypromise.fraudcheck.velocity.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void what_was_never_tried_counts_nothing() {
        assertThat(Counts.none().of(Measure.ORIGIN_REQUESTS, Window.LAST_HOUR)).isZero();
        assertThat(Counts.of(Map.of(Measure.ORIGIN_REQUESTS, Map.of(Window.LAST_DAY, 3L)))
                        .of(Measure.ORIGIN_REQUESTS, Window.LAST_HOUR))
                .isZero();
    }

    @Test
    void each_count_is_its_own_and_none_is_higher_than_what_is_looked_at() {
        Counts counts = Counts.of(Map.of(
                Measure.ORIGIN_REQUESTS, Map.of(Window.LAST_HOUR, 2L, Window.LAST_30_DAYS, 123_456L),
                Measure.CUSTOMER_REQUESTS, Map.of(Window.LAST_HOUR, 1L)));

        assertThat(counts.of(Measure.ORIGIN_REQUESTS, Window.LAST_HOUR)).isEqualTo(2);
        assertThat(counts.of(Measure.ORIGIN_REQUESTS, Window.LAST_30_DAYS)).isEqualTo(Counts.MOST);
        assertThat(counts.of(Measure.CUSTOMER_REQUESTS, Window.LAST_HOUR)).isEqualTo(1);
        assertThat(counts.of(Measure.CUSTOMER_VERIFICATIONS, Window.LAST_HOUR)).isZero();
    }

    @Test
    void windows_are_as_long_as_their_words_say_and_the_longest_is_what_is_kept() {
        assertThat(Arrays.stream(Window.values()).map(window -> Duration.between(window.openedAt(NOW), NOW)))
                .containsExactly(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(30));
        assertThat(Arrays.stream(Window.values()).map(window -> window.openedAt(NOW)))
                .allMatch(opened -> !opened.isBefore(Window.LONGEST.openedAt(NOW)));
    }

    @Test
    void measures_are_found_by_the_word_that_rules_use() {
        for (Measure measure : Measure.values()) {
            assertThat(Measure.named(measure.word())).contains(measure);
        }
        assertThat(Measure.named("origin.orders")).isEmpty();
    }
}
