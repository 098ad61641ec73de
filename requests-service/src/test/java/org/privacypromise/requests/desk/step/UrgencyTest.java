package org.privacypromise.requests.desk.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrgencyTest {

    // Twenty days, up to the end of the twentieth.
    private static final Instant RECEIVED = Instant.parse("2026-11-01T00:00:00Z");
    private static final LocalDate DUE = LocalDate.parse("2026-11-20");

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T00:00:00Z, CALM",
        "2026-11-10T23:59:59Z, CALM",
        "2026-11-11T00:00:00Z, HALF",
        "2026-11-16T23:59:59Z, HALF",
        "2026-11-17T00:00:00Z, PRESSING",
        "2026-11-20T00:00:00Z, LAST_CALL",
        "2026-11-20T23:59:59Z, LAST_CALL",
        "2026-11-21T00:00:00Z, OVERDUE",
        "2027-01-01T00:00:00Z, OVERDUE"
    })
    void a_request_is_the_more_urgent_the_more_of_its_time_is_used_up(Instant now, Urgency expected) {
        assertThat(Urgency.of(RECEIVED, DUE, now)).isEqualTo(expected);
    }
}
