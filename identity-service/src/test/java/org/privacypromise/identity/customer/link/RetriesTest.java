package org.privacypromise.identity.customer.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetriesTest {

    @Test
    void the_pause_doubles_up_to_an_hour() {
        assertThat(Retries.pauseAfter(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Retries.pauseAfter(2)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Retries.pauseAfter(9)).isEqualTo(Duration.ofSeconds(1280));
        assertThat(Retries.pauseAfter(11)).isEqualTo(Duration.ofHours(1));
        assertThat(Retries.pauseAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(1));
    }
}
