package org.privacypromise.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.personaldata.ChunkCipher.Position;
import org.privacypromise.personaldata.ChunkCipher.UnreadableChunkException;

class ChunkCipherTest {

    private static final Position FIRST = new Position("upload-1", 0, false);

    private final DataKey key = DataKey.random();

    @Test
    void gives_back_what_it_was_given_empty_or_large() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int size : new int[] {0, 1, 15, 16, 17, 65_535, 65_536}) {
            byte[] plain = new byte[size];
            random.nextBytes(plain);

            assertThat(ChunkCipher.decrypt(key, FIRST, ChunkCipher.encrypt(key, FIRST, plain)))
                    .as("seed %d, size %d", seed, size)
                    .isEqualTo(plain);
        }
    }

    @Test
    void does_not_show_the_bytes_nor_that_two_chunks_are_the_same() {
        byte[] plain = "jo@example.org".getBytes(StandardCharsets.UTF_8);

        byte[] one = ChunkCipher.encrypt(key, FIRST, plain);
        byte[] other = ChunkCipher.encrypt(key, FIRST, plain);

        assertThat(one).isNotEqualTo(other);
        assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("jo", "example");
    }

    @Test
    void refuses_a_chunk_at_any_other_position() {
        byte[] encrypted = ChunkCipher.encrypt(key, FIRST, new byte[100]);

        for (Position elsewhere : List.of(
                new Position("upload-2", 0, false),
                new Position("upload-1", 1, false),
                new Position("upload-1", 0, true),
                // The same letters, divided in another way
                new Position("upload-", 10, false))) {
            assertThatThrownBy(() -> ChunkCipher.decrypt(key, elsewhere, encrypted))
                    .as("%s", elsewhere)
                    .isInstanceOf(UnreadableChunkException.class)
                    .hasMessageContaining("moved there from elsewhere");
        }
    }

    @Test
    void refuses_a_chunk_with_a_bit_changed_or_cut_short() {
        byte[] encrypted = ChunkCipher.encrypt(key, FIRST, new byte[10]);

        for (int bit = 0; bit < encrypted.length * 8; bit++) {
            byte[] altered = encrypted.clone();
            altered[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> ChunkCipher.decrypt(key, FIRST, altered))
                    .as("bit %d", bit)
                    .isInstanceOf(UnreadableChunkException.class);
        }
        for (int length = 0; length < encrypted.length; length++) {
            byte[] cut = Arrays.copyOf(encrypted, length);
            assertThatThrownBy(() -> ChunkCipher.decrypt(key, FIRST, cut)).isInstanceOf(UnreadableChunkException.class);
        }
    }

    @Test
    void refuses_a_chunk_of_another_subject_and_one_that_was_sealed_as_a_field() {
        byte[] encrypted = ChunkCipher.encrypt(key, FIRST, new byte[10]);
        DataKey sameSecretOtherId = new DataKey(UUID.randomUUID(), key.secret().getEncoded());
        byte[] field = FieldCipher.encrypt(
                key, new FieldCipher.Place("upload-1", "0", "false"), PersonalText.of("0123456789"));

        assertThatThrownBy(() -> ChunkCipher.decrypt(DataKey.random(), FIRST, encrypted))
                .isInstanceOf(UnreadableChunkException.class);
        assertThatThrownBy(() -> ChunkCipher.decrypt(sameSecretOtherId, FIRST, encrypted))
                .isInstanceOf(UnreadableChunkException.class);
        assertThatThrownBy(() -> ChunkCipher.decrypt(key, FIRST, field)).isInstanceOf(UnreadableChunkException.class);
    }
}
