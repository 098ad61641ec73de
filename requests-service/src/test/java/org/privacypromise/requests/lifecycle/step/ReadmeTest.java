package org.privacypromise.requests.lifecycle.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void the_readme_shows_the_diagram() throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains("```mermaid\n" + Files.readString(LifecycleTest.DIAGRAM) + "```");
    }
}
