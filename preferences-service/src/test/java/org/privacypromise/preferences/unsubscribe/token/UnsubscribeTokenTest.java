package org.privacypromise.preferences.unsubscribe.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnsubscribeTokenTest {

    private static final byte[] KEY =
            "a key of thirty-two bytes length".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final byte[] OLD_KEY =
            "another key, thirty-two bytes ok".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final Map<Integer, byte[]> KEYS = Map.of(1, OLD_KEY, 2, KEY);

    private final UnsubscribeToken token =
            new UnsubscribeToken("1.Zm9vYmFy", "marketing-marketplace", "email", "marketplace");

    @Test
    void what_was_signed_is_read_again() {
        assertThat(UnsubscribeToken.read(token.signed(2, KEY), KEYS)).contains(token);
    }

    @Test
    void old_mail_keeps_working_after_a_new_key_came() {
        assertThat(UnsubscribeToken.read(token.signed(1, OLD_KEY), KEYS)).contains(token);
    }

    @Test
    void nothing_is_left_to_guess_when_any_bit_is_changed() {
        // Given
        byte[] good = Base64.getUrlDecoder().decode(token.signed(2, KEY));

        for (int bit = 0; bit < good.length * 8; bit++) {
            // When
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << (bit % 8));

            // Then
            assertThat(read(bad)).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void nothing_is_left_to_guess_of_a_mailers_token_either() throws Exception {
        // Given
        MailerKey mailer = new MailerKey(2, 17, "marketing-marketplace", "marketplace");
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(mailer.secret(KEY));
        byte[] good = Base64.getUrlDecoder()
                .decode(DocumentedSchemeTest.byTheDocument(
                        mailer.id(), secret, token.contactRef(), token.purpose(), token.channel(), token.brand()));
        assertThat(read(good)).contains(token);

        for (int bit = 0; bit < good.length * 8; bit++) {
            // When
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << (bit % 8));

            // Then
            assertThat(read(bad)).as("bit %d", bit).isEmpty();
        }
        for (int length = 0; length < good.length; length++) {
            assertThat(read(java.util.Arrays.copyOf(good, length))).isEmpty();
        }
    }

    @Test
    void a_mailers_key_is_none_of_ours() {
        // Given somebody who takes a mailer's secret for our key
        byte[] secret = new MailerKey(2, 17, token.purpose(), token.brand()).secret(KEY);

        // Then
        assertThat(UnsubscribeToken.read(token.signed(2, secret), KEYS)).isEmpty();
    }

    @Test
    void a_mailers_key_has_two_small_numbers() {
        for (long serial : new long[] {0, -1, 1L << 32}) {
            assertThatThrownBy(() -> new MailerKey(1, serial, "p", "b")).isInstanceOf(IllegalArgumentException.class);
        }
        for (int version : new int[] {0, 256}) {
            assertThatThrownBy(() -> new MailerKey(version, 1, "p", "b")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new MailerKey(255, 0xffff_ffffL, "p", "b").id()).isEqualTo("255.4294967295");
    }

    @Test
    void a_link_names_the_mailers_key_it_was_made_with_and_ours_names_none() {
        String ofADocument =
                "AgEAAAARGDEuWm05dlltRnlabTl2WW1GeVptOXZZZw5tYXJrZXRpbmctbWFpbgVlbWFpbARtYWluq6ThWgairC_Wpo1wUiyktw";

        assertThat(UnsubscribeToken.mailerSerial(ofADocument)).hasValue(17);
        assertThat(UnsubscribeToken.mailerSerial(token.signed(2, KEY))).isEmpty();
        for (String nonsense : new String[] {"", "AgEA", "AgEAAAAR", "!"}) {
            assertThat(UnsubscribeToken.mailerSerial(nonsense)).isEmpty();
        }
    }

    @Test
    void a_token_cut_short_at_any_place_is_refused() {
        String good = token.signed(2, KEY);
        for (int length = 0; length < good.length(); length++) {
            assertThat(UnsubscribeToken.read(good.substring(0, length), KEYS)).isEmpty();
        }
    }

    @Test
    void a_token_of_another_contact_point_cannot_be_made_from_parts() {
        // Given: moving the border between two fields leaves the same letters
        String moved =
                new UnsubscribeToken("1.Zm9vYmF", "rmarketing-marketplace", "email", "marketplace").signed(2, KEY);

        // Then
        assertThat(moved.substring(moved.length() - 22))
                .isNotEqualTo(token.signed(2, KEY).substring(moved.length() - 22));
    }

    @Test
    void a_key_that_is_gone_opens_nothing() {
        assertThat(UnsubscribeToken.read(token.signed(2, KEY), Map.of(1, OLD_KEY)))
                .isEmpty();
    }

    @Test
    void one_token_has_one_text() {
        // Given: base64 has spare bits at the end, which a lenient decoder ignores
        String good = token.signed(2, KEY);

        for (char last : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            String other = good.substring(0, good.length() - 1) + last;
            if (!other.equals(good)) {
                assertThat(UnsubscribeToken.read(other, KEYS)).isEmpty();
            }
        }
        assertThat(UnsubscribeToken.read(good + "=", KEYS)).isEmpty();
    }

    @Test
    void nonsense_is_refused() {
        for (String text : new String[] {"", "A", "not base64!", "\u0000", "💌", "A".repeat(100_000)}) {
            assertThat(UnsubscribeToken.read(text, KEYS)).isEmpty();
        }
    }

    @Test
    void a_field_that_does_not_fit_is_refused_when_the_token_is_made() {
        assertThatThrownBy(() -> new UnsubscribeToken("x".repeat(256), "p", "c", "b").signed(2, KEY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UnsubscribeToken("", "p", "c", "b").signed(2, KEY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> token.signed(256, KEY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_link_is_short_and_needs_no_escaping() {
        assertThat(token.signed(2, KEY)).hasSizeLessThan(120).matches("[A-Za-z0-9_-]+");
    }

    private static java.util.Optional<UnsubscribeToken> read(byte[] bytes) {
        return UnsubscribeToken.read(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), KEYS);
    }
}
