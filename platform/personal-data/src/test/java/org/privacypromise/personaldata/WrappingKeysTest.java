package org.privacypromise.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrappingKeysTest {

    private static final FieldCipher.Place PLACE = new FieldCipher.Place("contact_point", "row-1", "value");
    private static final PersonalText JO = PersonalText.of("jo@example.org");

    @TempDir
    Path folder;

    private KeyFolder mounted;
    private WrappingKeys keys;

    @BeforeEach
    void one_key() throws IOException {
        TestKeys.add(folder, 1);
        mounted = KeyFolder.open(folder);
        keys = new WrappingKeys(mounted);
    }

    @Test
    void rotation_keeps_old_data_readable_and_wraps_anew_with_the_new_key() throws IOException {
        // Given
        DataKey key = DataKey.random();
        WrappingKeys.Wrapped old = keys.wrap(key);
        byte[] encrypted = FieldCipher.encrypt(key, PLACE, JO);

        // When
        TestKeys.add(folder, 2);
        mounted.reload();

        // Then
        assertThat(FieldCipher.decrypt(keys.unwrap(key.id(), old), PLACE, encrypted))
                .isEqualTo(JO);
        assertThat(keys.inactive()).containsExactly(1);
        WrappingKeys.Wrapped renewed = keys.wrap(keys.unwrap(key.id(), old));
        assertThat(renewed.version()).isEqualTo(2);

        // When the old key is taken away
        Files.delete(folder.resolve("1.key"));
        mounted.reload();

        // Then what was re-wrapped reads on, and the rest says what is missing
        assertThat(FieldCipher.decrypt(keys.unwrap(key.id(), renewed), PLACE, encrypted))
                .isEqualTo(JO);
        assertThat(keys.inactive()).isEmpty();
        assertThatThrownBy(() -> keys.unwrap(key.id(), old)).hasMessageContaining("put 1.key back");
    }

    @Test
    void a_wrapped_key_cannot_stand_in_for_another() {
        WrappingKeys.Wrapped wrapped = keys.wrap(DataKey.random());

        assertThatThrownBy(() -> keys.unwrap(UUID.randomUUID(), wrapped))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not open with wrapping key 1");
    }

    @Test
    void a_key_file_with_another_key_under_the_same_name_is_noticed() throws IOException {
        DataKey key = DataKey.random();
        WrappingKeys.Wrapped wrapped = keys.wrap(key);

        TestKeys.add(folder, 1);
        mounted.reload();

        assertThatThrownBy(() -> keys.unwrap(key.id(), wrapped)).hasMessageContaining("another key than it did");
    }

    @Test
    void a_wrapped_key_does_not_hold_the_key() {
        DataKey key = DataKey.random();

        HexFormat hex = HexFormat.of();
        assertThat(hex.formatHex(keys.wrap(key).key()))
                .doesNotContain(hex.formatHex(key.secret().getEncoded()));
        assertThat(key.toString()).contains(key.id().toString()).hasSizeLessThan(60);
    }
}
