package org.privacypromise.identity.customer.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacypromise.personaldata.KeyFolder;
import org.privacypromise.personaldata.MacKeys;
import org.privacypromise.teststack.KeyFolders;

class LinkTokensTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final UUID PURCHASE = UUID.randomUUID();

    private final Path folder = KeyFolders.withOneKey();
    private final KeyFolder keys = KeyFolder.open(folder);
    private final LinkTokens tokens = new LinkTokens(new MacKeys(keys));

    @Test
    void a_token_names_its_purchase_until_it_expires() {
        String token = tokens.issue(PURCHASE, LATER);

        assertThat(tokens.purchaseOf(token, NOW)).contains(PURCHASE);
        assertThat(tokens.purchaseOf(token, LATER.minusSeconds(1))).contains(PURCHASE);
        assertThat(tokens.purchaseOf(token, LATER)).isEmpty();
        assertThat(tokens.issue(PURCHASE, LATER)).isEqualTo(token);
    }

    @Test
    void a_token_with_any_letter_changed_is_nothing() {
        String token = tokens.issue(PURCHASE, LATER);

        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String altered = token.substring(0, i) + other + token.substring(i + 1);
            // The last letter has bits to spare, which no byte is made of
            if (i < token.length() - 1) {
                assertThat(tokens.purchaseOf(altered, NOW)).as("letter %d", i).isEmpty();
            }
        }
    }

    @Test
    void another_service_cannot_make_one() {
        LinkTokens another = new LinkTokens(new MacKeys(KeyFolder.open(KeyFolders.withOneKey())));

        assertThat(tokens.purchaseOf(another.issue(PURCHASE, LATER), NOW)).isEmpty();
    }

    @Test
    void a_token_outlives_the_rotation_of_its_key_but_not_the_key() throws IOException {
        String token = tokens.issue(PURCHASE, LATER);

        KeyFolders.add(folder, 2);
        keys.reload();
        assertThat(tokens.purchaseOf(token, NOW)).contains(PURCHASE);
        assertThat(tokens.issue(PURCHASE, LATER)).startsWith("2.");

        Files.delete(folder.resolve("1.key"));
        keys.reload();
        assertThat(tokens.purchaseOf(token, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.", "1.AAAA", "0.x", "999999999999.AAAA", "1.\u0000", "null"})
    void garbage_is_nothing(String garbage) {
        assertThat(tokens.purchaseOf(garbage, NOW)).isEmpty();
    }
}
