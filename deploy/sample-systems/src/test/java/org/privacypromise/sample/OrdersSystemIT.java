package org.privacypromise.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.SubjectTask.Exemption;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.events.TaskAnswered.Kept;
import org.privacypromise.events.TaskAnswered.Outcome;
import org.privacypromise.teststack.PostgreSqlResource;

class OrdersSystemIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> ON_AN_INVOICE = List.of(
            "user.name", "user.contact.address", "user.unique_id", "user.payment", "user.behavior.purchase_history");

    private final HttpClient http = HttpClient.newHttpClient();
    private final PGSimpleDataSource database = Suite.database("orders");
    private final String customer = UUID.randomUUID().toString();
    private final String reference = UUID.randomUUID().toString();
    private Suite suite;
    private Neighbours neighbours;
    private SampleSystem orders;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        suite = new Suite("orders");
        neighbours = new Neighbours();
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret");
        orders = OrdersSystem.create(new Environment(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        Suite.BROKER,
                        "DATABASE_URL",
                        "jdbc:postgresql://" + PostgreSqlResource.address() + "/orders",
                        "DATABASE_USER",
                        "postgres",
                        "DATABASE_PASSWORD",
                        "postgres",
                        "HTTP_PORT",
                        "0",
                        "OIDC_TOKEN_URL",
                        neighbours.url() + "/token",
                        "CLIENT_ID",
                        "orders",
                        "CLIENT_SECRET_FILE",
                        secret.toString(),
                        "REQUESTS_URL",
                        neighbours.url())))
                .start();
        await().atMost(SOON).until(() -> get("/health").statusCode() == 200);
    }

    @AfterEach
    void stop() {
        orders.close();
        neighbours.close();
        suite.close();
    }

    @Test
    void an_order_that_is_reported_twice_is_one_order() throws Exception {
        assertThat(order(reference, "2026-03-14").statusCode()).isEqualTo(201);
        assertThat(order(reference, "2026-03-14").statusCode()).isEqualTo(201);

        JsonNode held = held();
        assertThat(held).hasSize(1);
        assertThat(held.at("/0/orderReference").asText()).isEqualTo(reference);
        assertThat(held.at("/0/orderedOn").asText()).isEqualTo("2026-03-14");
        assertThat(held.at("/0/invoiceKeptUntil").asText()).isEqualTo("2032-12-31");
        assertThat(held.at("/0/customer/email").asText()).isEqualTo("ada@example.org");
        assertThat(held.at("/0/items/0/price").asDouble()).isEqualTo(29.90);
    }

    @Test
    void another_order_with_the_same_reference_is_refused_and_changes_nothing() throws Exception {
        order(reference, "2026-03-14");

        assertProblem(order(reference, "2026-03-15"), 409, "order-differs");
        assertThat(held().at("/0/orderedOn").asText()).isEqualTo("2026-03-14");
    }

    @Test
    void an_access_task_hands_over_what_was_ordered_and_nothing_of_anybody_else() throws Exception {
        // Given
        order(reference, "2026-03-14");
        post(orderOf("somebody-else", UUID.randomUUID().toString(), "2026-03-14")
                .replace("Ada", "Eve"));

        // When
        TaskAnswered answer = give(Suite.task(Operation.ACCESS, customer));

        // Then
        assertThat(answer.outcome()).isEqualTo(Outcome.DONE);
        JsonNode data =
                Json.MAPPER.readTree(neighbours.uploads.getFirst().document()).path("data");
        assertThat(data.findValuesAsText("category"))
                .containsExactly(
                        "user.unique_id",
                        "user.name",
                        "user.contact.email",
                        "user.contact.phone_number",
                        "user.contact.address",
                        "user.payment",
                        "user.behavior.purchase_history");
        assertThat(data.toString())
                .contains("\"customer ID\":\"" + customer + "\"")
                .contains("\"name on the invoice\":\"Ada\"")
                .contains("\"amount\":\"48.90\"")
                .contains("\"product\":\"Shirt\",\"price\":\"29.90\"")
                .doesNotContain("Eve", "somebody-else");
    }

    @Test
    void an_erasure_leaves_the_invoice_until_its_day_and_nothing_of_the_delivery() throws Exception {
        // Given
        order(UUID.randomUUID().toString(), "2024-12-31");
        order(reference, "2026-03-14");

        // When
        TaskAnswered answer = give(erasure(ON_AN_INVOICE));

        // Then
        assertThat(answer.outcome()).isEqualTo(Outcome.DONE);
        assertThat(answer.kept())
                .containsExactlyElementsOf(ON_AN_INVOICE.stream()
                        .map(category -> new Kept(category, "tax-records", LocalDate.of(2032, 12, 31)))
                        .toList());
        assertThat(count("SELECT count(*) FROM delivery WHERE order_reference = '" + reference + "'"))
                .isZero();
        JsonNode held = held();
        assertThat(held).hasSize(2);
        assertThat(held.at("/1/customer/name").asText()).isEqualTo("Ada");
        assertThat(held.at("/1/customer").has("email")).isFalse();
        assertThat(held.at("/1/customer").has("phone")).isFalse();
        assertThat(everyRowWith("ada@example.org")).isZero();
    }

    @Test
    void a_probe_finds_what_came_after_the_erasure_and_nothing_of_what_is_kept() throws Exception {
        // Given
        order(reference, "2026-03-14");
        assertThat(give(about(Operation.PROBE, ON_AN_INVOICE)).found()).isEqualTo(1);
        give(erasure(ON_AN_INVOICE));
        assertThat(give(about(Operation.PROBE, ON_AN_INVOICE)).outcome()).isEqualTo(Outcome.NOTHING_HELD);

        // When
        order(UUID.randomUUID().toString(), "2026-03-15");

        // Then
        TaskAnswered found = give(about(Operation.PROBE, ON_AN_INVOICE));
        assertThat(found.outcome()).isEqualTo(Outcome.DONE);
        assertThat(found.found()).isEqualTo(1);
    }

    @Test
    void a_release_takes_what_was_kept_and_leaves_what_came_since() throws Exception {
        order(reference, "2026-03-14");
        give(erasure(ON_AN_INVOICE));
        order(UUID.randomUUID().toString(), "2026-03-15");

        assertThat(give(about(Operation.RELEASE, List.of())).outcome()).isEqualTo(Outcome.DONE);

        assertThat(held()).hasSize(1);
        assertThat(held().at("/0/customer/email").asText()).isEqualTo("ada@example.org");
    }

    @Test
    void a_repeated_report_of_an_order_brings_nothing_back_that_was_erased() throws Exception {
        order(reference, "2026-03-14");
        give(erasure(ON_AN_INVOICE));

        assertProblem(order(reference, "2026-03-14"), 409, "order-differs");
        assertThat(held().at("/0/customer").has("email")).isFalse();
    }

    @Test
    void what_no_law_wants_any_more_is_erased_at_once_or_on_its_day() throws Exception {
        // Given
        order(UUID.randomUUID().toString(), "2001-01-01");
        order(reference, "2026-03-14");
        give(erasure(ON_AN_INVOICE));
        assertThat(held()).hasSize(1);

        // When
        try (Connection connection = database.getConnection()) {
            new OrderData(new OrderBook(database)).letGo(connection, LocalDate.of(2032, 12, 31));
            assertThat(held()).hasSize(1);
            new OrderData(new OrderBook(database)).letGo(connection, LocalDate.of(2033, 1, 1));
        }

        // Then
        assertThat(held()).isEmpty();
    }

    @Test
    void an_invoice_with_a_piece_missing_proves_nothing_so_without_leave_to_keep_all_of_it_none_is_kept()
            throws Exception {
        order(reference, "2026-03-14");

        TaskAnswered answer = give(erasure(ON_AN_INVOICE.subList(0, 4)));

        assertThat(answer.kept()).isEmpty();
        assertThat(held()).isEmpty();
    }

    @Test
    void somebody_who_never_ordered_is_told_so_and_a_contact_point_alone_opens_nothing() throws Exception {
        order(reference, "2026-03-14");
        SubjectTask guest = task(Operation.ACCESS, List.of(), List.of("1.abc"), List.of());

        assertThat(give(Suite.task(Operation.ACCESS, "never-ordered")).outcome())
                .isEqualTo(Outcome.NOTHING_HELD);
        assertThat(give(guest).outcome()).isEqualTo(Outcome.NOTHING_HELD);
        assertThat(neighbours.uploads).isEmpty();
    }

    @Test
    void the_choices_that_are_held_belong_to_the_answer_and_go_with_the_erasure() throws Exception {
        // Given
        suite.publish("c:" + customer, 1, Suite.allowed("marketing-main", "main"));
        await().atMost(SOON).until(() -> get("/choices/c:" + customer).statusCode() == 200);

        // When
        give(Suite.task(Operation.ACCESS, customer));
        give(erasure(ON_AN_INVOICE));

        // Then
        assertThat(new String(neighbours.uploads.getFirst().document(), UTF_8))
                .contains("user.privacy_preferences", "\"what for\":\"marketing-main\"", "\"allowed\":\"yes\"");
        assertThat(get("/choices/c:" + customer).statusCode()).isEqualTo(404);
        assertThat(everyRowWith(customer)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"customerId\":\"1\"}",
                "{\"customerId\":\"1\",\"orderReference\":\"o-1\",\"customer\":{\"name\":\"Ada\",\"email\":\"ada\","
                        + "\"address\":\"1 Main Street\"},\"items\":[{\"product\":\"Shirt\",\"price\":1}],"
                        + "\"orderedOn\":\"2026-01-01\"}"
            })
    void what_is_no_order_is_told_so_without_repeating_it(String body) throws Exception {
        assertProblem(post(body), 400, "malformed-request");
        assertProblem(get("/orders"), 400, "malformed-request");
        assertProblem(get("/orders?customerId=a%20b"), 400, "malformed-request");
    }

    private SubjectTask erasure(List<String> keep) {
        return about(Operation.ERASURE, keep);
    }

    private SubjectTask about(Operation operation, List<String> keep) {
        return task(
                operation,
                List.of(customer),
                List.of(),
                keep.stream()
                        .map(category -> new Exemption(category, "tax-records"))
                        .toList());
    }

    private static SubjectTask task(
            Operation operation, List<String> customerIds, List<String> contactRefs, List<Exemption> keep) {
        return new SubjectTask(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                1,
                operation,
                customerIds,
                contactRefs,
                List.of(),
                keep,
                InstantSource.system().instant(),
                LocalDate.EPOCH);
    }

    private TaskAnswered give(SubjectTask task) {
        suite.give("orders", task);
        return await().atMost(SOON)
                .until(() -> Suite.answers("orders", task.requestId()).stream().findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private HttpResponse<String> order(String orderReference, String orderedOn) throws Exception {
        return post(orderOf(customer, orderReference, orderedOn));
    }

    private static String orderOf(String customerId, String orderReference, String orderedOn) {
        return """
                {"customerId":"%s","orderReference":"%s",
                 "customer":{"name":"Ada","email":"ada@example.org","phone":"+44 20 7946 0000","address":"1 Main Street"},
                 "items":[{"product":"Shirt","price":29.90},{"product":"Hat","price":"19"}],
                 "orderedOn":"%s"}""".formatted(customerId, orderReference, orderedOn);
    }

    private JsonNode held() throws Exception {
        return Json.MAPPER
                .readTree(get("/orders?customerId=" + customer).body())
                .path("orders");
    }

    /** In how many rows of any table this text occurs. */
    private long everyRowWith(String text) throws SQLException {
        long found = 0;
        for (String table : List.of("choices_in_force", "subject_task", "task_document", "invoice", "delivery")) {
            found += count("SELECT count(*) FROM " + table + " AS one WHERE one::text LIKE '%" + text
                    + "%' AND (one::text LIKE '%" + customer + "%' OR one::text LIKE '%" + reference + "%')");
        }
        return found;
    }

    private long count(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                var select = connection.createStatement()) {
            var rows = select.executeQuery(query);
            rows.next();
            return rows.getLong(1);
        }
    }

    private HttpResponse<String> post(String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri("/orders"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + orders.port() + path);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = Json.MAPPER.readTree(answer.body());
        assertThat(problem.path("type").asText()).isEqualTo("urn:privacy-promise:problem:" + type);
        assertThat(problem.path("detail").asText()).isNotBlank().doesNotContain("ada");
    }
}
