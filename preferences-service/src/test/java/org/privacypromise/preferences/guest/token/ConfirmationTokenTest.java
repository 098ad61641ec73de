package org.privacypromise.preferences.guest.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.preferences.unsubscribe.token.UnsubscribeToken;

class ConfirmationTokenTest {

    private static final byte[] KEY = "a key of thirty-two bytes length".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OLD_KEY = "another key, thirty-two bytes ok".getBytes(StandardCharsets.UTF_8);
    private static final Map<Integer, byte[]> KEYS = Map.of(1, OLD_KEY, 2, KEY);

    private final ConfirmationToken token = new ConfirmationToken(
            UUID.fromString("0197a3c4-0000-7000-8000-00000000abcd"), Instant.parse("2026-03-09T09:00:00Z"));

    @Test
    void what_was_signed_is_read_again_with_any_key_that_is_there() {
        assertThat(ConfirmationToken.read(token.signed(2, KEY), KEYS)).contains(token);
        assertThat(ConfirmationToken.read(token.signed(1, OLD_KEY), KEYS)).contains(token);
    }

    @Test
    void nothing_is_left_to_guess_when_any_bit_is_changed() {
        byte[] good = Base64.getUrlDecoder().decode(token.signed(2, KEY));

        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << (bit % 8));

            assertThat(ConfirmationToken.read(
                            Base64.getUrlEncoder().withoutPadding().encodeToString(bad), KEYS))
                    .as("bit %d", bit)
                    .isEmpty();
        }
    }

    @Test
    void a_text_of_another_length_or_of_no_base64_is_refused() {
        String good = token.signed(2, KEY);
        for (int length = 0; length < good.length(); length++) {
            assertThat(ConfirmationToken.read(good.substring(0, length), KEYS)).isEmpty();
        }
        assertThat(ConfirmationToken.read(good + "A", KEYS)).isEmpty();
        assertThat(ConfirmationToken.read("*".repeat(good.length()), KEYS)).isEmpty();
    }

    @Test
    void a_key_that_was_taken_away_or_another_one_opens_nothing() {
        assertThat(ConfirmationToken.read(token.signed(2, KEY), Map.of(1, OLD_KEY)))
                .isEmpty();
        assertThat(ConfirmationToken.read(token.signed(2, OLD_KEY), KEYS)).isEmpty();
    }

    @Test
    void a_link_to_unsubscribe_is_none_to_confirm_and_the_other_way_round() {
        String unsubscribe = new UnsubscribeToken("1.Zm9vYmFy", "m", "e", "m").signed(2, KEY);

        assertThat(ConfirmationToken.read(unsubscribe, KEYS)).isEmpty();
        assertThat(UnsubscribeToken.read(token.signed(2, KEY), KEYS)).isEmpty();
    }

    @Test
    void it_is_over_after_its_last_second() {
        assertThat(token.isOver(token.expiresAt())).isFalse();
        assertThat(token.isOver(token.expiresAt().plusSeconds(1))).isTrue();
    }

    @Test
    void a_key_version_fits_into_a_byte() {
        assertThatThrownBy(() -> token.signed(256, KEY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> token.signed(0, KEY)).isInstanceOf(IllegalArgumentException.class);
    }
}
