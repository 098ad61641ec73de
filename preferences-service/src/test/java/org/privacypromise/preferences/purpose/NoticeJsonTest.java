package org.privacypromise.preferences.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.privacypromise.preferences.purpose.notice.Notice;
import org.privacypromise.preferences.purpose.notice.WriteNotice;
import org.privacypromise.register.RegisterLoader;

/** The notice that ships, kept and read again. */
class NoticeJsonTest {

    private final Notice notice = WriteNotice.from(RegisterLoader.loadDefault());
    private final String stored = NoticeJson.write(notice);

    @Test
    void what_is_kept_is_read_again_word_for_word() {
        assertThat(NoticeJson.read(stored)).isEqualTo(notice);
        assertThat(notice.purposes()).hasSizeGreaterThan(15);
        assertThat(stored).contains("Nouveautés et offres de la boutique").doesNotContain("preferences-service");
    }

    @Test
    void a_later_service_may_write_down_more_about_the_same_notice() {
        String byAnEarlierOne = stored.replace("\"doubleOptIn\":true,", "").replace("\"doubleOptIn\":false,", "");

        assertThat(byAnEarlierOne).hasSizeLessThan(stored.length());
        assertThat(NoticeJson.stillSays(byAnEarlierOne, notice)).isTrue();
        assertThat(NoticeJson.stillSays(stored, notice)).isTrue();
    }

    @Test
    void an_earlier_service_reads_what_a_later_one_has_written() {
        String byALaterOne = stored.replaceFirst("\\{", "{\"inventedLater\":[1],");

        assertThat(NoticeJson.read(byALaterOne)).isEqualTo(notice);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "another word       | We write without your name                | We write with your name",
                "another translation| Wir schreiben ohne deinen Namen           | Wir schreiben namenlos",
                "a language less    | ,\"it\":\"Scriviamo senza il tuo nome.\" | ",
                "another basis      | \"basis\":\"CONSENT\"                     | \"basis\":\"CONTRACT\"",
                "another default    | \"allowedByDefault\":false                | \"allowedByDefault\":true",
                "another country    | \"country\":\"US\"                        | \"country\":\"CA\"",
                "a retention less   | [\"account\",\"tax-records\"]             | [\"account\"]",
            })
    void what_customers_had_read_differently_is_another_notice(String name, String today, String before) {
        String earlier = stored.replace(today, before == null ? "" : before);

        assertThat(earlier).isNotEqualTo(stored);
        assertThat(NoticeJson.stillSays(earlier, notice)).isFalse();
    }
}
