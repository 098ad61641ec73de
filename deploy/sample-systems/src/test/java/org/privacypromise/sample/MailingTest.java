package org.privacypromise.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailingTest {

    @Test
    void an_address_does_not_show_by_accident() {
        var mailing = new Mailing("1", new ContactPoint("ada@example.org"), "marketing", "main");

        assertThat(mailing.toString()).doesNotContain("ada").contains("hidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "Ada <ada@example.org>",
                "ada@example.org,eve@example.org",
                "ada@example.org\r\nBcc: eve@example.org"
            })
    void what_is_not_one_address_is_refused_without_repeating_it(String email) {
        assertThatThrownBy(() -> new ContactPoint(email))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("contactPoint.email must be one e-mail address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1/../2", "c:1"})
    void what_is_no_customer_id_is_refused(String customerId) {
        assertThatThrownBy(() -> new Mailing(customerId, new ContactPoint("ada@example.org"), "marketing", "main"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void purpose_and_brand_are_keys_of_the_register() {
        var address = new ContactPoint("ada@example.org");

        assertThatThrownBy(() -> new Mailing("1", address, "Marketing!", "main"))
                .hasMessageContaining("purpose");
        assertThatThrownBy(() -> new Mailing("1", address, "marketing", "")).hasMessageContaining("brand");
    }
}
