package org.privacypromise.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FieldCipherTest {

    private static final FieldCipher.Place PLACE = new FieldCipher.Place("contact_point", "row-1", "value");
    private static final PersonalText JO = PersonalText.of("jo@example.org");

    private final DataKey key = DataKey.random();

    @Test
    void gives_back_what_it_was_given() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            // Any text without lone surrogates, which UTF-8 cannot hold
            PersonalText text = PersonalText.of(random.ints(random.nextInt(300), 0, 0x10000)
                    .filter(c -> !Character.isSurrogate((char) c))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());

            assertThat(FieldCipher.decrypt(key, PLACE, FieldCipher.encrypt(key, PLACE, text)))
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(text);
        }
    }

    @Test
    void does_not_show_the_text_nor_that_two_are_the_same() {
        byte[] one = FieldCipher.encrypt(key, PLACE, JO);
        byte[] other = FieldCipher.encrypt(key, PLACE, JO);

        assertThat(one).isNotEqualTo(other);
        assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("jo", "example");
    }

    @Test
    void refuses_a_ciphertext_with_any_bit_changed() {
        byte[] encrypted = FieldCipher.encrypt(key, PLACE, JO);

        for (int bit = 0; bit < encrypted.length * 8; bit++) {
            byte[] altered = encrypted.clone();
            altered[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> FieldCipher.decrypt(key, PLACE, altered))
                    .as("bit %d", bit)
                    .isInstanceOf(UnreadableFieldException.class)
                    .hasMessageContaining("altered");
        }
    }

    @Test
    void refuses_a_ciphertext_cut_short_or_lengthened() {
        byte[] encrypted = FieldCipher.encrypt(key, PLACE, JO);

        for (int length = 0; length <= encrypted.length + 1; length++) {
            if (length != encrypted.length) {
                byte[] resized = java.util.Arrays.copyOf(encrypted, length);
                assertThatThrownBy(() -> FieldCipher.decrypt(key, PLACE, resized))
                        .isInstanceOf(UnreadableFieldException.class);
            }
        }
    }

    @Test
    void refuses_a_ciphertext_moved_to_another_place() {
        byte[] encrypted = FieldCipher.encrypt(key, PLACE, JO);

        for (FieldCipher.Place elsewhere : List.of(
                new FieldCipher.Place("customer", "row-1", "value"),
                new FieldCipher.Place("contact_point", "row-2", "value"),
                new FieldCipher.Place("contact_point", "row-1", "name"),
                // The same letters, divided in another way
                new FieldCipher.Place("contact_pointr", "ow-1", "value"))) {
            assertThatThrownBy(() -> FieldCipher.decrypt(key, elsewhere, encrypted))
                    .isInstanceOf(UnreadableFieldException.class)
                    .hasMessageContaining(elsewhere.table())
                    .hasMessageContaining("moved there from elsewhere");
        }
    }

    @Test
    void refuses_a_ciphertext_of_another_subject() {
        byte[] encrypted = FieldCipher.encrypt(key, PLACE, JO);
        DataKey sameSecretOtherId =
                new DataKey(java.util.UUID.randomUUID(), key.secret().getEncoded());

        assertThatThrownBy(() -> FieldCipher.decrypt(DataKey.random(), PLACE, encrypted))
                .isInstanceOf(UnreadableFieldException.class);
        assertThatThrownBy(() -> FieldCipher.decrypt(sameSecretOtherId, PLACE, encrypted))
                .isInstanceOf(UnreadableFieldException.class);
    }
}
