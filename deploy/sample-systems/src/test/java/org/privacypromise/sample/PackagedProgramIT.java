package org.privacypromise.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.privacypromise.events.ChoicesAcknowledged;
import org.privacypromise.teststack.PostgreSqlResource;

/** The programs as they are shipped: a process each, 64 MB of heap, ended by signals. */
class PackagedProgramIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final String key = Suite.newKey();
    private final int port = freePort();
    private Process process;

    @TempDir
    Path folder;

    @AfterEach
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @Test
    void orders_survives_being_killed_and_ends_cleanly_when_asked() throws Exception {
        try (Suite suite = new Suite("orders")) {
            // Given
            start("OrdersSystem", orders());
            await().atMost(SOON).until(this::isUp);
            suite.publish(key, 1, Suite.allowed("marketing-main", "main"));
            await().atMost(SOON).until(() -> acknowledgedVersions().contains(1L));

            // When
            process.destroyForcibly().waitFor();
            suite.publish(key, 2);
            suite.publish(key, 3, Suite.refused("marketing-main", "main"));
            start("OrdersSystem", orders());

            // Then
            await().atMost(SOON).until(() -> acknowledgedVersions().contains(3L));
            assertThat(acknowledgedVersions()).isSorted().doesNotHaveDuplicates();

            // When
            process.destroy();

            // Then
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(output()).doesNotContain("Exception", "WARN", "ERROR", "SEVERE", key);
        }
    }

    @Test
    void marketing_starts_with_what_lies_beside_its_jar() throws Exception {
        new Suite("marketing").close();
        start(
                "MarketingSystem",
                Map.ofEntries(
                        Map.entry("KAFKA_BOOTSTRAP_SERVERS", Suite.BROKER),
                        Map.entry("DATABASE_URL", database("marketing")),
                        Map.entry("DATABASE_USER", "postgres"),
                        Map.entry("DATABASE_PASSWORD", "postgres"),
                        Map.entry("HTTP_PORT", String.valueOf(port)),
                        Map.entry("OIDC_TOKEN_URL", "http://localhost:1/token"),
                        Map.entry("CLIENT_ID", "marketing"),
                        Map.entry("CLIENT_SECRET_FILE", "none"),
                        Map.entry("PREFERENCES_URL", "http://localhost:1"),
                        Map.entry("IDENTITY_URL", "http://localhost:1"),
                        Map.entry("REQUESTS_URL", "http://localhost:1"),
                        Map.entry("SMTP_HOST", "localhost"),
                        Map.entry("SMTP_PORT", "1")));

        await().atMost(SOON).until(this::isUp);
    }

    @Test
    void a_wrong_environment_is_said_in_one_sentence() throws Exception {
        start("OrdersSystem", Map.of());

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(output()).isEqualToIgnoringNewLines("Set the environment variable DATABASE_URL.");
    }

    private Map<String, String> orders() {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", Suite.BROKER,
                "DATABASE_URL", database("orders"),
                "DATABASE_USER", "postgres",
                "DATABASE_PASSWORD", "postgres",
                "HTTP_PORT", String.valueOf(port),
                "OIDC_TOKEN_URL", "http://localhost:1/token",
                "CLIENT_ID", "orders",
                "CLIENT_SECRET_FILE", "none",
                "REQUESTS_URL", "http://localhost:1");
    }

    private static String database(String name) {
        Suite.database(name);
        return "jdbc:postgresql://" + PostgreSqlResource.address() + "/" + name;
    }

    private void start(String program, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                "target/sample-systems.jar:target/lib/*",
                "org.privacypromise.sample." + program);
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output").toFile()))
                .start();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }

    private boolean isUp() throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                    .build();
            return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private List<Long> acknowledgedVersions() {
        return Suite.acknowledged("orders", key).stream()
                .map(ChoicesAcknowledged::version)
                .toList();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
