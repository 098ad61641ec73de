package org.privacypromise.preferences.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LedgerHeadTest {

    @Test
    void a_head_says_what_it_covers_and_what_it_follows() {
        // Given
        LedgerHash root = LedgerHash.over(new byte[] {1});
        LedgerHash previous = LedgerHash.over(new byte[] {2});

        // When
        String json = new LedgerHead(3, previous, 10, 14, 4, root, Instant.parse("2026-03-02T09:00:00Z")).json();

        // Then
        assertThat(json)
                .isEqualTo("{\"iss\":\"preferences-service\",\"sequence\":3,\"previous\":\"" + previous.hex()
                        + "\",\"afterId\":10,\"upToId\":14,\"records\":4,\"root\":\"" + root.hex()
                        + "\",\"signedAt\":\"2026-03-02T09:00:00.000000Z\"}");
    }

    @Test
    void the_next_head_names_this_one_by_all_of_its_jws() {
        assertThat(LedgerHead.hash("a.b.c"))
                .isEqualTo(LedgerHash.over("a.b.c".getBytes(StandardCharsets.US_ASCII)))
                .isNotEqualTo(LedgerHead.hash("a.b.d"));
    }

    @Test
    void a_hash_of_another_length_is_refused() {
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
}
