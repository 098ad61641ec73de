package org.privacypromise.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlindIndexTest {

    private static final EmailAddress JO = EmailAddress.parse(PersonalText.of("jo@example.org"));

    @TempDir
    Path folder;

    private KeyFolder keys;
    private BlindIndex index;

    @BeforeEach
    void one_key() throws IOException {
        TestKeys.add(folder, 1);
        keys = KeyFolder.open(folder);
        index = new BlindIndex(keys);
    }

    @Test
    void the_same_contact_point_has_the_same_reference() {
        assertThat(index.of(JO)).isEqualTo(index.of(EmailAddress.parse(PersonalText.of(" JO@EXAMPLE.ORG"))));
        assertThat(index.of(JO)).isNotEqualTo(index.of(EmailAddress.parse(PersonalText.of("jo+1@example.org"))));
        assertThat(index.of(JO).bytes()).hasSize(16);
    }

    @Test
    void another_key_gives_another_reference(@TempDir Path elsewhere) throws IOException {
        TestKeys.add(elsewhere, 1);

        assertThat(new BlindIndex(KeyFolder.open(elsewhere)).of(JO)).isNotEqualTo(index.of(JO));
    }

    @Test
    void a_known_key_gives_the_known_reference(@TempDir Path known) throws IOException {
        // Given a key of 32 zero bytes; the expected hash was made with another HMAC than ours
        TestKeys.write(known.resolve("3.key"), "A".repeat(43) + "=");

        assertThat(new BlindIndex(KeyFolder.open(known)).of(JO)).hasToString("3.dZzfVlCQJwZ4xvRfP6AuhQ");
    }

    @Test
    void rotation_writes_with_the_new_key_and_still_finds_the_old() throws IOException {
        // Given
        ContactRef before = index.of(JO);

        // When a second key arrives, and a file that still names the first
        TestKeys.add(folder, 2);
        TestKeys.activate(folder, 1);
        keys.reload();

        // Then nothing is written with it yet, but it is looked up already
        assertThat(index.of(JO)).isEqualTo(before);
        assertThat(index.allVersions(JO)).hasSize(2).startsWith(before);

        // When it becomes the active one
        TestKeys.activate(folder, 2);
        keys.reload();

        // Then
        ContactRef after = index.of(JO);
        assertThat(after.keyVersion()).isEqualTo(2);
        assertThat(index.allVersions(JO)).containsExactly(after, before);

        // When the old key is taken away
        Files.delete(folder.resolve("1.key"));
        keys.reload();

        // Then
        assertThat(index.allVersions(JO)).containsExactly(after);
    }

    @Test
    void a_reference_is_read_back_from_its_text() {
        ContactRef ref = index.of(JO);

        assertThat(ContactRef.parse(ref.toString())).isEqualTo(ref);
        assertThat(ContactRef.of(ref.keyVersion(), ref.bytes())).isEqualTo(ref);
        assertThat(ref.toString()).matches("[A-Za-z0-9._~-]{24}").doesNotContain("jo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.",
                "0.mK3vX0n2Qe7sYt5uWz8aBg",
                "-1.mK3vX0n2Qe7sYt5uWz8aBg",
                "01.mK3vX0n2Qe7sYt5uWz8aBg",
                "1.mK3vX0n2Qe7sYt5uWz8aB",
                "1.mK3vX0n2Qe7sYt5uWz8aBgg",
                // Bits beyond the 128th: a second spelling of a reference would be a second reference.
                "1.mK3vX0n2Qe7sYt5uWz8aBh",
                "1.mK3vX0n2Qe7sYt5uWz8a/g",
                "9999999999.mK3vX0n2Qe7sYt5uWz8aBg",
                "1.mK3vX0n2Qe7sYt5uWz8aBg\n",
            })
    void what_is_no_reference_is_refused(String text) {
        assertThatThrownBy(() -> ContactRef.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
