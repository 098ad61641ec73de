package org.privacypromise.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderLanguageTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "de | de",
                "de-AT | de",
                "de-Latn-CH | de",
                "DE | de",
                "xx, fr;q=0.5 | fr",
                "fr;q=0.2, it;q=0.9 | it",
                "es, de | es",
                "de;q=0, fr | fr",
                "* | en",
                "ja, zh | en"
            })
    void the_reader_gets_the_language_they_like_best_of_those_there_are(String header, String language) {
        assertThat(ReaderLanguage.choose(header, ReaderLanguage.OF_PAGES)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", ";;;", "de;q=x", "<script>", "a,,b;q=9", "\u0000", "💌"})
    void a_header_that_means_nothing_is_no_reason_to_refuse_the_page(String header) {
        assertThat(ReaderLanguage.choose(header, ReaderLanguage.OF_PAGES)).isEqualTo("en");
    }

    @Test
    void without_a_header_or_with_one_that_is_too_long_to_be_honest_the_first_is_shown() {
        assertThat(ReaderLanguage.choose(null, ReaderLanguage.OF_PAGES)).isEqualTo("en");
        assertThat(ReaderLanguage.choose("de,".repeat(10_000), ReaderLanguage.OF_PAGES))
                .isEqualTo("en");
    }
}
