package org.privacypromise.preferences.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class LedgerHeadTest {

    // RFC 8037, appendix A.
    private static final byte[] SEED = Base64.getUrlDecoder().decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");
    private static final String PUBLIC_KEY = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    private final HeadKey key = HeadKey.of(7, SEED);

    @Test
    void the_public_half_is_the_one_of_the_standard() {
        assertThat(key.publicKey()).isEqualTo(PUBLIC_KEY);
        assertThat(key.id()).isEqualTo("7");
    }

    @Test
    void a_head_says_what_it_covers_and_what_it_follows() {
        // Given
        LedgerHash root = LedgerHash.over(new byte[] {1});
        LedgerHash previous = LedgerHash.over(new byte[] {2});

        // When
        String jws = new LedgerHead(3, previous, 10, 14, 4, root, Instant.parse("2026-03-02T09:00:00Z")).sign(key);

        // Then
        String[] parts = jws.split("\\.", -1);
        assertThat(text(parts[0])).isEqualTo("{\"alg\":\"EdDSA\",\"kid\":\"7\",\"typ\":\"ledger-head+jwt\"}");
        assertThat(text(parts[1]))
                .isEqualTo("{\"iss\":\"preferences-service\",\"sequence\":3,\"previous\":\"" + previous.hex()
                        + "\",\"afterId\":10,\"upToId\":14,\"records\":4,\"root\":\"" + root.hex()
                        + "\",\"signedAt\":\"2026-03-02T09:00:00.000000Z\"}");
        assertThat(LedgerHead.hash(jws)).isEqualTo(LedgerHash.over(jws.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void a_key_or_hash_of_another_length_is_refused() {
        assertThatThrownBy(() -> HeadKey.of(1, new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LedgerHash.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_hash_keeps_its_bytes_to_itself() {
        byte[] bytes = new byte[32];
        LedgerHash hash = LedgerHash.of(bytes);
        bytes[0] = 1;
        hash.bytes()[1] = 1;

        assertThat(hash)
                .isEqualTo(LedgerHash.NONE)
                .hasSameHashCodeAs(LedgerHash.NONE)
                .hasToString("0".repeat(64));
    }

    private static String text(String base64) {
        return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
