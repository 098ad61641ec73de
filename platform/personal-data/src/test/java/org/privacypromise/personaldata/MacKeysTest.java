package org.privacypromise.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MacKeysTest {

    private static final byte[] MESSAGE = "message".getBytes(UTF_8);

    @TempDir
    Path folder;

    private MacKeys keys;

    @BeforeEach
    void two_keys() throws IOException {
        TestKeys.add(folder, 1);
        TestKeys.add(folder, 2);
        keys = new MacKeys(KeyFolder.open(folder));
    }

    @Test
    void knows_its_own_macs_whole_or_cut() {
        byte[] mac = keys.mac(1, MESSAGE);

        assertThat(keys.matches(1, MESSAGE, mac)).isTrue();
        assertThat(keys.matches(1, MESSAGE, Arrays.copyOf(mac, 16))).isTrue();
        assertThat(keys.active()).isEqualTo(2);
    }

    @Test
    void refuses_every_other() {
        byte[] mac = keys.mac(1, MESSAGE);

        for (int bit = 0; bit < mac.length * 8; bit++) {
            byte[] altered = mac.clone();
            altered[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(keys.matches(1, MESSAGE, altered)).as("bit %d", bit).isFalse();
        }
        assertThat(keys.matches(1, "another".getBytes(UTF_8), mac)).isFalse();
        assertThat(keys.matches(2, MESSAGE, mac)).isFalse();
        assertThat(keys.matches(3, MESSAGE, mac)).isFalse();
        // Too short to be hard to guess, or longer than any
        assertThat(keys.matches(1, MESSAGE, Arrays.copyOf(mac, 15))).isFalse();
        assertThat(keys.matches(1, MESSAGE, Arrays.copyOf(mac, 33))).isFalse();
    }

    @Test
    void says_which_key_is_missing() {
        assertThatThrownBy(() -> keys.mac(3, MESSAGE)).hasMessageContaining("put 3.key back");
    }
}
