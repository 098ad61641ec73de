package org.privacypromise.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkTest {

    @Test
    void a_number_comes_back_from_the_language_that_it_was_carried_in() {
        assertThat(Mark.number(Mark.language(1))).hasValue(1);
        assertThat(Mark.number(Mark.language(123_456_789))).hasValue(123_456_789);
    }

    @Test
    void it_is_a_language_tag_as_the_service_takes_them() {
        assertThat(Mark.language(35)).isEqualTo("en-op00000z").matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    }

    @Test
    void a_language_without_a_mark_has_no_number() {
        assertThat(Mark.number("und")).isEmpty();
        assertThat(Mark.number("en")).isEmpty();
    }
}
