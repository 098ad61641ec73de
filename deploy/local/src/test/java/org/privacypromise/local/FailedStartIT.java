package org.privacypromise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    @Test
    void a_second_stack_on_the_same_ports_is_told_of_the_first() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        try (LocalStack running = LocalStack.startBeside(first, FailedStartIT::kafkaAlone, line -> {})) {
            Files.createDirectories(second);
            Files.copy(first.resolve("ports.properties"), second.resolve("ports.properties"));

            assertThatThrownBy(() -> LocalStack.startBeside(second, FailedStartIT::kafkaAlone, said::add))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Port " + running.port("kafka") + " is in use by another stack")
                    .hasMessageContaining("whose state is in " + first)
                    .hasMessageContaining(second.resolve("ports.properties").toString());
        }
        assertThat(said).isEmpty();
    }

    @Test
    void a_part_that_finds_its_port_taken_after_all_says_so_before_its_last_words() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() ->
                            LocalStack.startBeside(folder, site -> tooSlow(site, other.getLocalPort()), said::add))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("orders ended while it was starting. Port " + other.getLocalPort())
                    .hasMessageContaining("Could not find or load main class");
        }
    }

    /** A part for whose port there is a rival as soon as the ports have been looked at. */
    private static List<Part> tooSlow(Site site, int rival) {
        return List.of(new Part(
                "orders",
                Set.of(),
                () -> {
                    write(site.state().resolve("ports.properties"), "orders=" + rival);
                    return Command.java(32, Map.of(), List.of("NoSuchProgram"));
                },
                () -> false));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
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
                        List.of("-cp", target.resolve("local.jar").toString(), Suite.class.getName(), "up"))
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
