package org.privacypromise.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "+44 20 7946 0000, -, +442079460000",
                "020 7946 0000, GB, +442079460000",
                "(020) 7946-0000, GB, +442079460000",
                "0044 20 7946 0000, GB, +442079460000",
                "+44 (0)20 7946 0000, -, +442079460000",
                "030 12345678, DE, +493012345678",
                "+1 (212) 555-0123, GB, +12125550123",
                // Italy keeps the leading zero.
                "06 1234 5678, IT, +390612345678",
                // Other digits than ours.
                "+４４ ２０ ７９４６ ００００, -, +442079460000",
            })
    void one_line_has_one_form(String typed, String region, String normalised) {
        PhoneNumber number = PhoneNumber.parse(PersonalText.of(typed), region);

        assertThat(number.reveal()).isEqualTo(normalised);
        assertThat(number).isEqualTo(PhoneNumber.parse(PersonalText.of(normalised), null));
        assertThat(number).hasSameHashCodeAs(PhoneNumber.parse(PersonalText.of(normalised), null));
        assertThat(number.kind()).isEqualTo(ContactPoint.Kind.PHONE);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "020 7946 0000, -, country code",
                "020 7946 0000, XX, country code",
                "+999 20 7946 0000, -, country code",
                "hello, GB, such as",
                "'', GB, such as",
                "020 79, GB, digits",
                "7946 0000, GB, digits",
                "+44 20 7946 0000 0000 0000, -, such as",
                "+44 20 7946 0000 ext. 12, -, extension",
            })
    void what_is_no_number_is_refused_without_being_repeated(String typed, String region, String advice) {
        assertThatThrownBy(() -> PhoneNumber.parse(PersonalText.of(typed), region))
                .isInstanceOf(InvalidContactPointException.class)
                .hasNoCause()
                .hasMessageContaining(advice);
    }

    @Test
    void does_not_show_itself() {
        ContactPoint number = ContactPoint.parse(ContactPoint.Kind.PHONE, PersonalText.of("+44 20 7946 0012"), null);

        assertThat(number.toString()).doesNotContain("7946");
        assertThat(number.masked()).isEqualTo("…12");
    }

    @Test
    void is_no_email_address() {
        ContactPoint email = ContactPoint.parse(ContactPoint.Kind.EMAIL, PersonalText.of("1@example.org"), null);

        assertThat(email).isNotEqualTo(PhoneNumber.parse(PersonalText.of("+442079460000"), null));
    }
}
