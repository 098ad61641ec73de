package org.privacypromise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that cannot succeed: each says why, and leaves nothing running. */
class FailedStartIT {

    @TempDir
    Path folder;

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void nothing_may_be_left() {
        assertThat(Processes.of(folder)).isEmpty();
    }

    @Test
    void a_port_in_use_is_named_and_nothing_is_started() throws IOException {
        Ports.free(folder.resolve("ports.properties")).save();
        int port = Site.in(folder).ports().of("kafka-controller");
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalStack.startBeside(folder, FailedStartIT::kafkaAlone, said::add))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("kafka needs it");
        }
        assertThat(said).isEmpty();
    }

    private static List<Part> kafkaAlone(Site site) {
        return Parts.infrastructure(site).stream()
                .filter(part -> part.name().equals("kafka"))
                .toList();
    }

    @Test
    void when_a_part_dies_at_the_start_its_last_words_are_shown_and_the_others_are_stopped() {
        assertThatThrownBy(() -> LocalStack.startBeside(folder, FailedStartIT::oneThatDies, said::add))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("orders ended while it was starting")
                .hasMessageContaining("Could not find or load main class");
        assertThat(said).contains("kafka: stopped");
    }

    private static List<Part> oneThatDies(Site site) {
        Part dying = new Part(
                "orders", Set.of("kafka"), () -> Command.java(32, Map.of(), List.of("NoSuchProgram")), () -> false);
        return Stream.concat(kafkaAlone(site).stream(), Stream.of(dying)).toList();
    }

    @Test
    void an_interrupted_start_leaves_nothing_behind() throws Exception {
        // Given
        Ports.free(folder.resolve("ports.properties")).save();
        Path target = Site.in(folder).target("deploy/local");
        ProcessBuilder up = new ProcessBuilder(Command.java(
                        96,
                        Map.of(),
                        List.of(
                                "-cp",
                                Command.classPath(target.resolve("local.jar"), target.resolve("lib/*")),
                                Suite.class.getName(),
                                "up"))
                .line());
        up.environment().put("SUITE_STATE", folder.toString());
        Process running = up.redirectErrorStream(true).start();
        try (var lines = running.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            assertThat(line).isNotNull();

            // When: not by SIGINT, which everything below a build in the background ignores; the JVM acts alike on both
            new ProcessBuilder("kill", "-TERM", String.valueOf(running.pid()))
                    .start()
                    .waitFor();
            lines.lines().forEach(said::add);
        }

        // Then
        assertThat(running.waitFor()).isEqualTo(143);
    }
}
