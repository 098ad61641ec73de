package org.privacypromise.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was once written lies in topics and archives: it must read for ever, so an example never changes. */
class FrozenExamplesTest {

    @ParameterizedTest
    @EnumSource
    void every_old_example_still_reads_and_obeys_the_schema_of_today(EventType type) throws Exception {
        assertThat(Published.examples(type)).isNotEmpty();
        for (Path example : Published.examples(type)) {
            byte[] json = Files.readAllBytes(example);

            assertThat(EventJson.read(type, json)).as(example.toString()).isInstanceOf(type.recordClass());
            assertThat(Published.violations(type, json)).as(example.toString()).isEmpty();
        }
    }

    @Test
    void no_example_has_changed_since_it_was_frozen() throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (Path example : Published.examples()) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(example));
            found.put(
                    example.getParent().getFileName() + "/" + example.getFileName(),
                    HexFormat.of().formatHex(hash));
        }

        assertThat(found)
                .as("examples/FROZEN.sha256; a new example gets a line there, an old one is never touched")
                .isEqualTo(frozen());
    }

    private static Map<String, String> frozen() throws Exception {
        return Files.readAllLines(Published.resource("examples/FROZEN.sha256"), UTF_8).stream()
                .map(line -> line.split(" {2}", 2))
                .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
    }
}
