package org.privacypromise.subjecttasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PausesTest {

    @Test
    void pauses_double_up_to_five_minutes_and_never_end() {
        assertThat(Pauses.after(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Pauses.after(2)).isEqualTo(Duration.ofSeconds(4));
        assertThat(Pauses.after(7)).isEqualTo(Duration.ofSeconds(128));
        assertThat(Pauses.after(9)).isEqualTo(Duration.ofMinutes(5));
        assertThat(Pauses.after(100_000)).isEqualTo(Duration.ofMinutes(5));
    }
}
