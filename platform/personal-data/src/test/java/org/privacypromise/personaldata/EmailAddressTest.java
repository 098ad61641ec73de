package org.privacypromise.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "jo@example.org|jo@example.org",
                "  jo@example.org\t|jo@example.org",
                "Jo.Doe@Example.ORG|jo.doe@example.org",
                "jo+shop@example.org|jo+shop@example.org",
                "j.o@example.org|j.o@example.org",
                "jo'o@example.co.uk|jo'o@example.co.uk",
                // Turkish: dotted and dotless stay apart, and plain I is i whatever the machine's language.
                "IRMAK@example.org|irmak@example.org",
                "ırmak@example.org|ırmak@example.org",
                "İpek@example.org|i̇pek@example.org",
                // Umlauts, composed or not, upper or lower.
                "JÜRGEN@example.org|jürgen@example.org",
                "ju\u0308rgen@example.org|jürgen@example.org",
                "STRAßE@example.org|straße@example.org",
                // Domains beyond ASCII, and their ASCII form.
                "jo@Bücher.example|jo@xn--bcher-kva.example",
                "jo@xn--bcher-kva.EXAMPLE|jo@xn--bcher-kva.example",
                "jo@bu\u0308cher.example|jo@xn--bcher-kva.example",
                "jo@例え.jp|jo@xn--r8jz45g.jp",
                "jo@ｅｘａｍｐｌｅ.org|jo@example.org",
                "jo@xn--strae-oqa.de|jo@xn--strae-oqa.de",
            })
    void one_mailbox_has_one_form(String typed, String normalised) {
        EmailAddress address = EmailAddress.parse(PersonalText.of(typed));

        assertThat(address.reveal()).isEqualTo(normalised);
        assertThat(EmailAddress.parse(PersonalText.of(address.reveal())))
                .isEqualTo(address)
                .hasSameHashCodeAs(address);
        assertThat(address.kind()).isEqualTo(ContactPoint.Kind.EMAIL);
    }

    @Test
    void the_form_does_not_depend_on_the_machines_language() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(EmailAddress.parse(PersonalText.of("IRMAK@IZMIR.EXAMPLE"))
                            .reveal())
                    .isEqualTo("irmak@izmir.example");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jo@example.org, jo+shop@example.org",
        "jo@example.org, j.o@example.org",
        "irmak@example.org, ırmak@example.org",
        "strasse@example.org, straße@example.org",
        "jo@example.org, jo@example.com",
    })
    void two_mailboxes_never_share_a_form(String one, String other) {
        assertThat(EmailAddress.parse(PersonalText.of(one))).isNotEqualTo(EmailAddress.parse(PersonalText.of(other)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "secret",
                "@example.org",
                "secret@",
                "secret@localhost",
                "secret@example.org.",
                "secret@.org",
                "secret@exa mple.org",
                "secret@-example.org",
                "secret@example-.org",
                "secret@192.0.2.1",
                "secret@[192.0.2.1]",
                "secret@exam_ple.org",
                "secret@straße.de",
                "se cret@example.org",
                "secret@x@example.org",
                ".secret@example.org",
                "secret.@example.org",
                "sec..ret@example.org",
                "\"secret\"@example.org",
                "Secret <secret@example.org>",
                "secret\r\nbcc:you@example.org",
                "sec\u200bret@example.org",
                "sec\u202eret@example.org",
                "sec\ud800ret@example.org",
                "secretsecretsecretsecretsecretsecretsecretsecretsecretsecretsecret@example.org",
                "secret@secretsecretsecretsecretsecretsecretsecretsecretsecretsecretsecret.org",
            })
    void what_is_no_address_is_refused_without_being_repeated(String typed) {
        assertThatThrownBy(() -> EmailAddress.parse(PersonalText.of(typed)))
                .isInstanceOf(InvalidContactPointException.class)
                .hasNoCause()
                .message()
                .isNotBlank()
                .doesNotContain("secret", "straße", "localhost", "192");
    }

    @Test
    void length_counts_bytes_as_smtp_does() {
        String domain = ("d".repeat(60) + ".").repeat(3) + "example";

        assertThat(EmailAddress.parse(PersonalText.of("l".repeat(63) + "@" + domain))
                        .reveal())
                .hasSize(254);
        assertThatThrownBy(() -> EmailAddress.parse(PersonalText.of("ü".repeat(32) + "@" + domain)))
                .isInstanceOf(InvalidContactPointException.class);
        assertThatThrownBy(() -> EmailAddress.parse(PersonalText.of("ü".repeat(33) + "@example.org")))
                .isInstanceOf(InvalidContactPointException.class);
    }

    @Test
    void nobody_can_keep_it_busy() {
        String endless = "a.".repeat(500_000) + "@" + "b.".repeat(500_000);
        long start = System.nanoTime();

        assertThatThrownBy(() -> EmailAddress.parse(PersonalText.of(endless)))
                .isInstanceOf(InvalidContactPointException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isCloseTo(Duration.ZERO, Duration.ofSeconds(1));
    }

    @Test
    void does_not_show_itself() {
        EmailAddress address = EmailAddress.parse(PersonalText.of("jo.doe@example.org"));

        assertThat(address.toString()).doesNotContain("jo", "example");
        assertThat(address.masked()).isEqualTo("j…@e….org");
    }
}
