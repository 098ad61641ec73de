package org.privacypromise.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin itself, with a kubectl that opens its tunnels to a server of this test. */
class KubectlPrivacyTest {

    private static final String HEALTH = """
            {"status": "UP", "checks": [
              {"name": "parked events", "status": "UP", "data": {"task-results": 2, "verdicts": 0}}]}
            """;

    @TempDir
    private Path folder;

    private HttpServer pod;
    private final List<String> asked = new ArrayList<>();
    private String token = "";

    private record Outcome(int code, String said) {}

    @BeforeEach
    void a_pod_and_a_kubectl() throws IOException {
        assumeTrue(Tool.isThere("bash", "--version"), "SKIPPED: there is no bash on this machine");
        assumeTrue(Tool.isThere("curl", "--version"), "SKIPPED: there is no curl on this machine");
        pod = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pod.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            boolean refused = exchange.getRequestURI().getPath().contains("/13/");
            byte[] answer = (refused
                            ? "{\"title\":\"There is nothing here\"}"
                            : exchange.getRequestURI().getPath().contains("health") ? HEALTH : "as asked\n")
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(refused ? 404 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        pod.start();
        Path kubectl = Files.createFile(
                folder.resolve("kubectl"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(
                kubectl, """
                #!/usr/bin/env bash
                echo "$*" >> "%s"
                echo "Forwarding from 127.0.0.1:%d -> 9083"
                exec sleep 60
                """.formatted(folder.resolve("calls"), pod.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        if (pod != null) {
            pod.stop(0);
        }
    }

    @Test
    void what_is_due_is_asked_on_the_management_port_without_a_token() throws Exception {
        Outcome outcome = run(Map.of(), "requests", "--due", "7d");

        assertThat(outcome.said()).contains("as asked");
        assertThat(outcome.code()).isZero();
        assertThat(asked).containsExactly("GET /q/privacy/requests?due=7d");
        assertThat(token).isEqualTo("null");
        assertThat(folder.resolve("calls"))
                .content()
                .contains("--namespace privacy-promise port-forward deployment/requests-service :management");
    }

    @Test
    void parked_events_are_counted_by_service_and_consumer() throws Exception {
        assertThat(run(Map.of(), "parked").said())
                .contains("identity-service", "requests-service", "task-results  2", "verdicts  0");
    }

    @Test
    void a_replay_is_asked_with_the_operators_token() throws Exception {
        Outcome outcome = run(Map.of("PRIVACY_TOKEN", "a.b.c"), "replay", "--service", "requests-service", "42");

        assertThat(outcome.code()).isZero();
        assertThat(asked).containsExactly("POST /parked-events/42/replay");
        assertThat(token).isEqualTo("Bearer a.b.c");
    }

    @Test
    void a_refusal_is_a_failure_that_shows_the_problem() throws Exception {
        Outcome outcome = run(Map.of("PRIVACY_TOKEN", "a.b.c"), "replay", "--service", "requests-service", "13");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("There is nothing here", "requests-service refused");
    }

    @Test
    void what_is_wrong_is_said_before_anything_is_asked() throws Exception {
        assertThat(run(Map.of(), "replay", "--service", "requests-service", "42")
                        .said())
                .contains("PRIVACY_TOKEN");
        assertThat(run(Map.of("PRIVACY_TOKEN", "t"), "replay", "--service", "requests-service", "../me")
                        .said())
                .contains("An ID is a number");
        assertThat(run(Map.of(), "parked", "--service", "orders").said()).contains("There is no service orders");
        assertThat(run(Map.of(), "requests", "--due", "soon").said()).contains("7d");
        assertThat(run(Map.of(), "explode").code()).isEqualTo(2);
        assertThat(asked).isEmpty();
    }

    private Outcome run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                "bash",
                Repository.here()
                        .root()
                        .resolve("deploy/kubernetes/kubectl-privacy")
                        .toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().remove("PRIVACY_NAMESPACE");
        builder.environment().putAll(environment);
        builder.environment().merge("PATH", folder.toString(), (old, ours) -> ours + ":" + old);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), said);
    }
}
