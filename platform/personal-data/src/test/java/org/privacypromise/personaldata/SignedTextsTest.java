package org.privacypromise.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedTextsTest {

    private static final String TEXT = "2026-12-24 request-7";

    @TempDir
    Path folder;

    private KeyFolder keys;
    private SignedTexts texts;

    @BeforeEach
    void one_key() throws IOException {
        TestKeys.add(folder, 1);
        keys = KeyFolder.open(folder);
        texts = new SignedTexts(new MacKeys(keys));
    }

    @Test
    void what_was_signed_for_a_use_is_read_for_that_use_alone() {
        String signed = texts.sign("the queue", TEXT);

        assertThat(texts.read("the queue", signed)).contains(TEXT);
        assertThat(texts.read("another list", signed)).isEmpty();
    }

    @Test
    void whatever_was_altered_or_invented_is_not_read() {
        String signed = texts.sign("the queue", TEXT);

        for (int i = 0; i < signed.length(); i++) {
            char other = signed.charAt(i) == 'A' ? 'B' : 'A';
            String altered = signed.substring(0, i) + other + signed.substring(i + 1);
            // The last characters of Base64 hold bits that stand for nothing
            assertThat(texts.read("the queue", altered).filter(read -> !read.equals(TEXT)))
                    .as("character %d", i)
                    .isEmpty();
        }
        assertThat(texts.read("the queue", null)).isEmpty();
        assertThat(texts.read("the queue", "")).isEmpty();
        assertThat(texts.read("the queue", "1.A." + "A".repeat(22))).isEmpty();
        assertThat(texts.read("the queue", "999999999." + signed.substring(2))).isEmpty();
    }

    @Test
    void a_key_that_was_replaced_is_honoured_until_it_is_taken_away() throws IOException {
        String signed = texts.sign("the queue", TEXT);
        TestKeys.add(folder, 2);
        keys.reload();
        assertThat(texts.read("the queue", signed)).contains(TEXT);

        Files.delete(folder.resolve("1.key"));
        keys.reload();

        assertThat(texts.read("the queue", signed)).isEmpty();
    }
}
