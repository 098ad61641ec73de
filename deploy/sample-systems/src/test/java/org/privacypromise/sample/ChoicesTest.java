package org.privacypromise.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.privacypromise.sample.Choices.Choice;

class ChoicesTest {

    @Test
    void only_what_is_allowed_for_this_purpose_channel_and_brand_is_permission() {
        var choices = new Choices(
                "c:1",
                1,
                List.of(
                        new Choice("marketing", "email", "main", true),
                        new Choice("marketing", "email", "marketplace", false)));

        assertThat(choices.allow("marketing", "email", "main")).isTrue();
        assertThat(choices.allow("marketing", "email", "marketplace")).isFalse();
        assertThat(choices.allow("marketing", "sms", "main")).isFalse();
        assertThat(choices.allow("survey", "email", "main")).isFalse();
    }

    @Test
    void absence_is_never_permission() {
        assertThat(new Choices("c:1", 1, List.of()).allow("marketing", "email", "main"))
                .isFalse();
    }

    @Test
    void half_a_state_is_none() {
        assertThatThrownBy(() -> new Choices("", 1, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Choices("c:1", 0, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Choice("marketing", "email", " ", true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
