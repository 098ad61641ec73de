package org.privacypromise.preferences.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.privacypromise.preferences.purpose.notice.Notice;
import org.privacypromise.preferences.purpose.notice.WriteNotice;
import org.privacypromise.register.RegisterLoader;

/**
 * A version of the notice that has shipped says the same for ever: services that have been started with it would refuse
 * another one of that version.
 */
class ShippedNoticeTest {

    private final Notice shipped = WriteNotice.from(RegisterLoader.loadDefault());

    @Test
    void the_default_register_says_what_its_version_has_always_said() throws IOException {
        String file = shipped.version() + ".json";
        Path asItIs = Path.of("target", file);
        Files.writeString(
                asItIs, new ObjectMapper().readTree(NoticeJson.write(shipped)).toPrettyString());

        try (var recorded = getClass().getResourceAsStream("/notices/" + file)) {
            assertThat(recorded)
                    .as("Version %s is new: copy %s to src/test/resources/notices.", shipped.version(), asItIs)
                    .isNotNull();
            assertThat(NoticeJson.stillSays(new String(recorded.readAllBytes(), StandardCharsets.UTF_8), shipped))
                    .as(
                            "The register says something else than version %s did: give it a new version.",
                            shipped.version())
                    .isTrue();
        }
    }
}
