package org.privacypromise.preferences.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacypromise.frame.ProblemException;

class MomentTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T09:00:00Z, 2026-03-01T09:00:00Z",
        "2026-03-01T10:00:00+01:00, 2026-03-01T09:00:00Z",
        "2026-02-28, 2026-02-28T23:59:59.999999Z",
        // Today is not over yet, and other clocks are a little ahead.
        "2026-03-02, 2026-03-02T09:00:00Z",
        "2026-03-02T09:00:30Z, 2026-03-02T09:00:00Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z"
    })
    void a_day_means_its_end_and_an_instant_itself_but_never_the_future(String text, Instant meant) {
        assertThat(read(text)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02T09:02:00Z", "2026-03-03", "9999-12-31", "+999999999-12-31T23:59:59Z"})
    void what_has_not_come_yet_is_refused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("a time that is over");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-02-30",
                "2026-03-01T09:00:00",
                "0000-12-30",
                "0000-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00+18:00",
                "+1000000000-01-01T00:00:00Z"
            })
    void what_is_no_moment_is_refused_with_an_example(@Nullable String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("time=2026-03-02");
    }

    private static Instant read(@Nullable String text) {
        return Moment.read(text, NOW).time();
    }
}
