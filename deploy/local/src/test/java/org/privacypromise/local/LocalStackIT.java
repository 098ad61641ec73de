package org.privacypromise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL and Kafka as real child processes. Each test leaves the stack running for the next. */
class LocalStackIT {

    @TempDir
    private static Path folder;

    private static Path state;
    private static LocalStack stack;

    @BeforeAll
    static void start_and_tell_it_something() throws SQLException {
        state = folder.resolve("state");
        stack = start(line -> {});
        try (var database = preferences();
                var sql = database.createStatement()) {
            sql.execute("CREATE TABLE fact (words text)");
            sql.execute("INSERT INTO fact VALUES ('told before')");
        }
    }

    @AfterAll
    static void nothing_may_be_left() {
        stack.stop();
        assertThat(Processes.of(folder)).isEmpty();
    }

    private static LocalStack start(Progress progress) {
        return LocalStack.startBeside(state, LocalStackIT::twoParts, progress);
    }

    private static List<Part> twoParts(Site site) {
        return Parts.infrastructure(site).stream()
                .filter(part -> Set.of("postgresql", "kafka").contains(part.name()))
                .toList();
    }

    @Test
    void parts_that_run_say_so() {
        assertThat(stack.status())
                .allMatch(PartStatus::healthy)
                .allMatch(part -> part.megabytes() > 10)
                .allMatch(part -> part.pid().isPresent());
    }

    @Test
    void parts_that_crash_are_gone_entirely_and_come_back_with_what_they_were_told() throws Exception {
        // When
        stack.kill("kafka");
        stack.kill("postgresql");

        // Then
        assertThat(Processes.of(folder)).isEmpty();
        assertThat(stack.status()).noneMatch(PartStatus::healthy);

        // When
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        LocalStack second = start(said::add);

        // Then
        assertThat(said).hasSize(2).anyMatch(line -> line.startsWith("kafka: ready after"));
        assertThat(second.started()).containsExactly("kafka", "postgresql");
        second.leaveRunning();
        assertThat(facts()).containsExactly("told before");
        publish();
    }

    @Test
    void a_stack_that_runs_is_left_alone_by_a_second_start() {
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        try (LocalStack second = start(said::add)) {
            assertThat(second.ranBefore()).isTrue();
            assertThat(second.started()).isEmpty();
            assertThat(said).containsExactlyInAnyOrder("kafka: runs already", "postgresql: runs already");
        }
        assertThat(stack.status()).allMatch(PartStatus::healthy);
    }

    @Test
    void a_part_that_was_stopped_in_order_keeps_its_state() throws Exception {
        stack.stop("postgresql");
        assertThat(Processes.of(state.resolve("data/postgresql"))).isEmpty();

        stack.start("postgresql");

        assertThat(facts()).containsExactly("told before");
    }

    @Test
    void a_database_server_that_has_lost_its_keeper_is_not_in_the_way() throws Exception {
        ProcessHandle keeper =
                new PartProcess(Site.in(state), "postgresql").find().orElseThrow();
        keeper.destroyForcibly();
        keeper.onExit().join();
        assertThat(Processes.of(state.resolve("data/postgresql"))).isNotEmpty();

        stack.start("postgresql");

        assertThat(facts()).containsExactly("told before");
    }

    @Test
    void a_first_start_that_was_interrupted_by_halves_is_begun_anew() throws IOException {
        // Given
        Path other = folder.resolve("other");
        Path halves = Files.createDirectories(other.resolve("data/kafka")).resolve("meta.properties");
        Files.writeString(halves, "half a li");

        // When, then
        try (LocalStack again = LocalStack.startBeside(other, LocalStackIT::kafkaAlone, line -> {})) {
            assertThat(again.status()).allMatch(PartStatus::healthy);
        }
    }

    private static List<Part> kafkaAlone(Site site) {
        return twoParts(site).stream()
                .filter(part -> part.name().equals("kafka"))
                .toList();
    }

    @Test
    void a_database_opens_to_its_owner_s_password_only() {
        String url = "jdbc:postgresql://127.0.0.1:" + stack.port("postgresql") + "/";

        assertThatThrownBy(() -> DriverManager.getConnection(url + "identity", "identity", "guess"))
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> DriverManager.getConnection(url + "identity", "postgres", "postgres"))
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(
                        () -> DriverManager.getConnection(url + "identity", "orders", stack.secret("database/orders")))
                .hasMessageContaining("permission denied");
    }

    private static List<String> facts() throws SQLException {
        List<String> facts = new ArrayList<>();
        try (var database = preferences();
                var sql = database.createStatement();
                var rows = sql.executeQuery("SELECT words FROM fact")) {
            while (rows.next()) {
                facts.add(rows.getString(1));
            }
        }
        return facts;
    }

    private static Connection preferences() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + stack.port("postgresql") + "/preferences",
                "preferences",
                stack.secret("database/preferences"));
    }

    private static void publish() throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", stack.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            assertThat(producer.send(new ProducerRecord<>("preferences.state.v1", "c:1", "{}"))
                            .get()
                            .hasOffset())
                    .isTrue();
        }
    }
}
