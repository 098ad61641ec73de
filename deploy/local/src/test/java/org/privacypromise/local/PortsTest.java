package org.privacypromise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nothing_written_yet() {
        file = folder.resolve("ports.properties");
    }

    @Test
    void without_a_file_every_part_has_its_standard_port() {
        assertThat(Ports.of(file).of("preferences")).isEqualTo(8082);
    }

    @Test
    void the_file_moves_a_port_and_leaves_the_others() throws IOException {
        Files.writeString(file, "preferences=18082\n");

        assertThat(Ports.of(file).of("preferences")).isEqualTo(18082);
        assertThat(Ports.of(file).of("identity")).isEqualTo(8081);
    }

    @Test
    void a_file_that_was_written_is_read_back_the_same() {
        Ports free = Ports.free(file);
        free.save();

        assertThat(Ports.of(file).allOf("kafka")).isEqualTo(free.allOf("kafka"));
    }

    @Test
    void an_edited_file_is_never_overwritten() throws IOException {
        Files.writeString(file, "kafka=29092\n");

        Ports.of(file).save();

        assertThat(file).hasContent("kafka=29092");
    }

    @Test
    void a_part_owns_the_ports_that_begin_with_its_name() {
        assertThat(Ports.of(file).allOf("kafka")).containsExactly(19092, 19093);
        assertThat(Ports.of(file).allOf("fraud-check")).containsExactly(8084, 9084);
    }

    @Test
    void a_port_that_is_no_port_is_refused_with_file_and_name() throws IOException {
        for (String nonsense : new String[] {"http", "0", "65536", "-1", ""}) {
            Files.writeString(file, "smtp=" + nonsense + "\n");

            assertThatThrownBy(() -> Ports.of(file))
                    .as(nonsense)
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("smtp");
        }
    }

    @Test
    void a_taken_port_is_named_with_the_part_that_needs_it_and_the_way_out() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(file, "requests=" + other.getLocalPort() + "\n");

            assertThatThrownBy(() -> Ports.of(file).requireFree("requests"))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " is in use")
                    .hasMessageContaining("requests needs it")
                    .hasMessageContaining(file.toString());
        }
    }
}
