package org.privacypromise.frame.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    @Test
    void a_budget_is_told_in_the_words_of_the_draft() {
        RateLimit checks = new RateLimit("checks", 600, Duration.ofMinutes(1));

        assertThat(checks.policy()).isEqualTo("\"checks\";q=600;w=60");
        assertThat(checks.left(599)).isEqualTo("\"checks\";r=599;t=60");
        assertThat(checks.usedUp(3)).isEqualTo("\"checks\";r=0;t=3");
    }

    @Test
    void a_window_has_a_second_at_least() {
        RateLimit quick = new RateLimit("quick", 5, Duration.ofMillis(50));

        assertThat(quick.policy()).isEqualTo("\"quick\";q=5;w=1");
        assertThat(quick.left(4)).endsWith(";t=1");
    }
}
