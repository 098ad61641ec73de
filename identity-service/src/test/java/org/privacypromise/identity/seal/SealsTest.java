package org.privacypromise.identity.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.privacypromise.personaldata.KeyFolder;
import org.privacypromise.personaldata.MacKeys;
import org.privacypromise.teststack.KeyFolders;

class SealsTest {

    private final Path folder = KeyFolders.withOneKey();
    private final KeyFolder keys = KeyFolder.open(folder);
    private final Seals seals = new Seals(new MacKeys(keys));

    @Test
    void a_seal_holds_for_what_it_was_made_of() {
        Seal seal = seals.seal("code", "verification-1", "access-request", "", "12345678");

        assertThat(seals.matches(seal, "code", "verification-1", "access-request", "", "12345678"))
                .isTrue();
    }

    @Test
    void and_for_nothing_else() {
        Seal seal = seals.seal("code", "verification-1", "access-request", "", "12345678");

        assertThat(seals.matches(seal, "code", "verification-1", "access-request", "", "12345679"))
                .isFalse();
        assertThat(seals.matches(seal, "code", "verification-2", "access-request", "", "12345678"))
                .isFalse();
        assertThat(seals.matches(seal, "code", "verification-1", "erasure-request", "", "12345678"))
                .isFalse();
        assertThat(seals.matches(seal, "code", "verification-1", "access-request", "request-1", "12345678"))
                .isFalse();
        assertThat(seals.matches(seal, "mail", "verification-1", "access-request", "", "12345678"))
                .isFalse();
    }

    @Test
    void where_one_part_ends_and_the_next_begins_counts() {
        assertThat(seals.matches(seals.seal("code", "ab", "c"), "code", "a", "bc"))
                .isFalse();
        assertThat(seals.matches(seals.seal("code", "ab"), "code", "ab", "")).isFalse();
    }

    @Test
    void a_new_key_leaves_older_seals_good_until_their_key_is_taken_away() throws IOException {
        // Given
        Seal before = seals.seal("code", "a");

        // When
        KeyFolders.add(folder, 2);
        keys.reload();

        // Then
        assertThat(seals.seal("code", "a").keyVersion()).isEqualTo(2);
        assertThat(seals.matches(before, "code", "a")).isTrue();

        // When
        java.nio.file.Files.delete(folder.resolve("1.key"));
        keys.reload();

        // Then
        assertThat(seals.matches(before, "code", "a")).isFalse();
    }

    @Test
    void a_name_tells_nothing_of_what_it_names() {
        assertThat(seals.name("budget", "192.0.2.1"))
                .isEqualTo(seals.name("budget", "192.0.2.1"))
                .isNotEqualTo(seals.name("budget", "192.0.2.2"))
                .matches("1\\.[A-Za-z0-9_-]{43}");
    }
}
