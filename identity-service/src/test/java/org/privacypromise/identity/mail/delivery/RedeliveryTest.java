package org.privacypromise.identity.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedeliveryTest {

    @ParameterizedTest
    @CsvSource({"1, PT2S", "2, PT4S", "3, PT8S", "7, PT2M8S", "8, PT4M16S", "9, PT5M", "1000000, PT5M"})
    void pauses_grow_up_to_five_minutes(int failures, Duration pause) {
        assertThat(Redelivery.pauseAfter(failures)).isEqualTo(pause);
    }

    @ParameterizedTest
    @CsvSource({
        "0, false",
        "250, false",
        "421, false",
        "450, false",
        "530, false",
        "535, false",
        "550, true",
        "552, true",
        "553, true",
        "554, true",
        "556, true"
    })
    void only_what_is_about_the_mail_is_a_refusal(int reply, boolean refusal) {
        assertThat(Redelivery.isRefusal(reply)).isEqualTo(refusal);
    }

    @Test
    void a_refusal_is_believed_the_third_time() {
        assertThat(Redelivery.isFinal(2)).isFalse();
        assertThat(Redelivery.isFinal(3)).isTrue();
    }
}
