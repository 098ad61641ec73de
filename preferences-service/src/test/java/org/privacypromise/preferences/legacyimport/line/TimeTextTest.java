package org.privacypromise.preferences.legacyimport.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    @ParameterizedTest
    @CsvSource({
        "2024-05-01T10:20:30Z, 2024-05-01T10:20:30Z",
        "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
        "2024-05-01T10:20:30.5Z, 2024-05-01T10:20:30.500Z",
        "2024-05-01T10:20:30+02:00, 2024-05-01T08:20:30Z",
        "2024-05-01T10:20Z, 2024-05-01T10:20:00Z",
        "2024-05-01, 2024-05-01T00:00:00Z"
    })
    void a_time_is_read_in_its_usual_form_and_in_every_other(String text, Instant time) {
        assertThat(TimeText.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-30T10:20:30Z",
                "2024-13-01T10:20:30Z",
                "2024-05-01T24:20:30Z",
                "2024-05-01T10:60:30Z",
                "2024-05-01T10:20:60Z",
                "2024-05-01 10:20:30Z",
                "2024-05-01T10:20:30z0",
                "20240501",
                "yesterday"
            })
    void what_is_no_time_is_refused(String text) {
        assertThatThrownBy(() -> TimeText.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void a_day_begins_at_midnight_in_utc() {
        assertThat(TimeText.parse("2024-03-31")).isEqualTo("2024-03-31T00:00:00Z");
    }
}
