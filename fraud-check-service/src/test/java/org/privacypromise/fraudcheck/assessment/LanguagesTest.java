package org.privacypromise.fraudcheck.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguagesTest {

    @Test
    void the_first_choice_is_taken() {
        assertThat(Languages.wanted("de-AT, fr;q=0.9")).isEqualTo("de-AT");
        assertThat(Languages.wanted("fr;q=0.3, pt-BR;q=0.8")).isEqualTo("pt-BR");
    }

    @Test
    void who_has_no_choice_or_one_that_cannot_be_read_gets_english() {
        assertThat(Languages.wanted(null)).isEqualTo("en");
        assertThat(Languages.wanted("")).isEqualTo("en");
        assertThat(Languages.wanted("*")).isEqualTo("en");
        assertThat(Languages.wanted(";;;q=x")).isEqualTo("en");
        assertThat(Languages.wanted("de,".repeat(1000))).isEqualTo("en");
    }
}
