package org.privacypromise.frame.safety.rule;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentKeysTest {

    @TempDir
    private Path folder;

    @Test
    void a_random_key_is_none() throws IOException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        write("1.key", key);

        assertThat(DevelopmentKeys.in("privacy.keys.wrapping", folder)).isEmpty();
    }

    @Test
    void zeros_a_counted_row_and_a_sentence_are_found_each_by_its_name() throws IOException {
        // Given
        byte[] row = new byte[32];
        for (int i = 0; i < row.length; i++) {
            row[i] = (byte) (i + 1);
        }
        write("1.key", new byte[32]);
        write("2.key", row);
        write("3.key", "For development only, not for us".getBytes(US_ASCII));

        // When, Then
        assertThat(DevelopmentKeys.in("privacy.keys.wrapping", folder))
                .extracting(UnsafeSetting::fault)
                .hasSize(3)
                .allMatch(fault -> fault.contains("privacy.keys.wrapping"))
                .anyMatch(fault -> fault.contains("2.key"));
    }

    @Test
    void what_is_no_key_is_its_users_matter() throws IOException {
        Files.writeString(folder.resolve("1.key"), "not base64!");
        Files.writeString(folder.resolve("active"), "1");

        assertThat(DevelopmentKeys.in("privacy.keys.wrapping", folder)).isEmpty();
        assertThat(DevelopmentKeys.in("privacy.keys.wrapping", folder.resolve("missing")))
                .isEmpty();
    }

    private void write(String name, byte[] key) throws IOException {
        Files.writeString(folder.resolve(name), Base64.getEncoder().encodeToString(key));
    }
}
