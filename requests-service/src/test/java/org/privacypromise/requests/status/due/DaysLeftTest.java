package org.privacypromise.requests.status.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysLeftTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, overdue",
        "2026-11-30, overdue",
        "2026-12-01, 0-2",
        "2026-12-03, 0-2",
        "2026-12-04, 3-7",
        "2026-12-08, 3-7",
        "2026-12-09, 8-30",
        "2026-12-31, 8-30",
        "2027-01-01, 31+"
    })
    void the_due_date_itself_is_not_late(LocalDate dueDate, String label) {
        assertThat(DaysLeft.of(dueDate, TODAY).label()).isEqualTo(label);
    }

    @Test
    void days_are_written_with_a_d() {
        assertThat(DueWithin.parse("7d").days()).isEqualTo(7);
        assertThat(DueWithin.parse("0d").days()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "-1d", "1w", "soon", "99999d"})
    void anything_else_is_refused_with_how_it_is_written(String text) {
        assertThatThrownBy(() -> DueWithin.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7d");
    }
}
