package org.privacypromise.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;
import static org.privacypromise.sample.Suite.allowed;
import static org.privacypromise.sample.Suite.refused;

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
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.events.TaskAnswered.Outcome;
import org.privacypromise.teststack.PostgreSqlResource;
import org.privacypromise.teststack.SmtpServer;

class MarketingSystemIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ADDRESS = "ada.lovelace@example.org";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String key = Suite.newKey();
    private final String customer = key.substring(2);
    private Suite suite;
    private Neighbours neighbours;
    private SmtpServer smtp;
    private SampleSystem marketing;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        suite = new Suite("marketing");
        neighbours = new Neighbours();
        smtp = SmtpServer.start(0);
        Suite.database("marketing");
        Path secret = Files.writeString(folder.resolve("secret"), "s3cr:t\n");
        marketing = MarketingSystem.create(new Environment(Map.ofEntries(
                        Map.entry("KAFKA_BOOTSTRAP_SERVERS", Suite.BROKER),
                        Map.entry("DATABASE_URL", "jdbc:postgresql://" + PostgreSqlResource.address() + "/marketing"),
                        Map.entry("DATABASE_USER", "postgres"),
                        Map.entry("DATABASE_PASSWORD", "postgres"),
                        Map.entry("HTTP_PORT", "0"),
                        Map.entry("OIDC_TOKEN_URL", neighbours.url() + "/token"),
                        Map.entry("CLIENT_ID", "marketing"),
                        Map.entry("CLIENT_SECRET_FILE", secret.toString()),
                        Map.entry("PREFERENCES_URL", neighbours.url() + "/"),
                        Map.entry("IDENTITY_URL", neighbours.url()),
                        Map.entry("REQUESTS_URL", neighbours.url() + "/"),
                        Map.entry("SMTP_HOST", "127.0.0.1"),
                        Map.entry("SMTP_PORT", String.valueOf(smtp.port())))))
                .start();
    }

    @AfterEach
    void stop() {
        marketing.close();
        smtp.close();
        neighbours.close();
        suite.close();
    }

    @Test
    void a_mail_that_is_allowed_carries_the_way_out_in_its_headers_and_its_body() throws Exception {
        // Given
        obey(1, allowed("marketing-marketplace", "marketplace"));

        // When
        HttpResponse<String> answer = mail("marketing-marketplace", "marketplace");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(smtp.received()).singleElement().satisfies(mail -> {
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(ADDRESS);
            assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<https://privacy.shop.example/u/abc>");
            assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            assertThat(mail.getContent().toString()).contains("https://privacy.shop.example/u/abc");
        });
    }

    @Test
    void what_was_sent_is_told_to_the_suite_once_and_names_no_address() throws Exception {
        // Given
        obey(1, allowed("marketing-main", "main"));

        // When
        mail("marketing-main", "main");
        mail("marketing-marketplace", "marketplace");

        // Then
        await().atMost(SOON).until(() -> Suite.sent(key).size() == 1);
        await().atMost(SOON).until(() -> rowsWith("sent_message", customer) == 0);
        var told = Suite.records("marketing.sent.v1", key);
        assertThat(Suite.sent(key)).singleElement().satisfies(sent -> {
            assertThat(sent.purpose()).isEqualTo("marketing-main");
            assertThat(sent.channel()).isEqualTo("email");
            assertThat(sent.brand()).isEqualTo("main");
            assertThat(sent.sentAt()).isBefore(InstantSource.system().instant());
            assertThat(sent.messageRef()).doesNotContain(customer);
        });
        assertThat(new String(told.getFirst().value(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("ada");
        assertThat(told.getFirst().headers().lastHeader("ce_source").value())
                .asString(java.nio.charset.StandardCharsets.UTF_8)
                .isEqualTo("/systems/marketing");
    }

    @Test
    void of_a_mail_that_may_have_been_sent_before_a_crash_the_suite_is_told_and_of_one_that_was_refused_it_is_not()
            throws Exception {
        // Given
        obey(1, allowed("marketing-main", "main"));
        mail("marketing-main", "main");
        await().atMost(SOON).until(() -> Suite.sent(key).size() == 1);

        // When
        try (Connection connection = Suite.database("marketing").getConnection();
                var insert = connection.createStatement()) {
            insert.execute("INSERT INTO sent_message VALUES ('r-" + customer + "', '" + customer
                    + "', 'marketing-main', 'main', now() - interval '3 min', false)");
        }
        smtp.close();
        mail("marketing-main", "main");

        // Then
        await().atMost(SOON).until(() -> Suite.sent(key).size() == 2);
        assertThat(Suite.sent(key).getLast().messageRef()).isEqualTo("r-" + customer);
        assertThat(rowsWith("sent_message", customer)).isZero();
    }

    @Test
    void the_link_is_asked_for_by_customer_id_with_a_token_that_is_fetched_once() throws Exception {
        obey(1, allowed("marketing-main", "main"));

        mail("marketing-main", "main");
        mail("marketing-main", "main");

        assertThat(neighbours.tokenRequests)
                .containsExactly("Basic bWFya2V0aW5nOnMzY3IlM0F0 grant_type=client_credentials");
        assertThat(neighbours.linkRequests)
                .hasSize(2)
                .allSatisfy(request -> assertThat(request)
                        .startsWith("Bearer t1 ")
                        .contains("\"customerId\":\"" + key.substring(2) + "\"")
                        .contains("\"purpose\":\"marketing-main\"", "\"channel\":\"email\"", "\"brand\":\"main\"")
                        .doesNotContain("ada"));
    }

    @Test
    void without_permission_nothing_is_sent() throws Exception {
        // Given
        obey(1, allowed("marketing-main", "main"), refused("marketing-marketplace", "marketplace"));

        // Then
        assertProblem(mail("marketing-marketplace", "marketplace"), 409, "no-permission");
        assertProblem(mail("marketing-main", "marketplace"), 409, "no-permission");
        assertThat(smtp.received()).isEmpty();
        assertThat(neighbours.linkRequests).isEmpty();
    }

    @Test
    void somebody_of_whom_nothing_is_known_or_known_no_more_gets_no_mail() throws Exception {
        assertProblem(mail("marketing-main", "main"), 409, "no-permission");

        obey(1, allowed("marketing-main", "main"));
        suite.publishTombstone(key);
        await().atMost(SOON).until(() -> get("/choices/" + key).statusCode() == 404);

        assertProblem(mail("marketing-main", "main"), 409, "no-permission");
        assertThat(smtp.received()).isEmpty();
    }

    @Test
    void an_opt_out_while_the_link_is_being_fetched_still_counts() throws Exception {
        // Given
        obey(1, allowed("marketing-main", "main"));
        neighbours.beforeLink = () -> obey(2, refused("marketing-main", "main"));

        // Then
        assertProblem(mail("marketing-main", "main"), 409, "no-permission");
        assertThat(smtp.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 500})
    void without_a_way_out_no_mail_leaves_and_a_refused_token_is_not_used_again(int status) throws Exception {
        // Given
        obey(1, allowed("marketing-main", "main"));
        neighbours.linkStatus = status;

        // Then
        assertProblem(mail("marketing-main", "main"), 503, "no-unsubscribe-link");
        assertThat(smtp.received()).isEmpty();
        neighbours.linkStatus = 201;
        assertThat(mail("marketing-main", "main").statusCode()).isEqualTo(200);
        assertThat(neighbours.tokenRequests).hasSize(status == 401 ? 2 : 1);
    }

    @Test
    void a_mail_server_that_is_away_is_a_problem_that_names_nobody() throws Exception {
        obey(1, allowed("marketing-main", "main"));
        smtp.close();

        assertProblem(mail("marketing-main", "main"), 503, "mail-not-accepted");
    }

    @Test
    void what_this_system_believes_can_be_looked_at() throws Exception {
        // Given
        obey(3, allowed("marketing-main", "main"));

        // When
        JsonNode choices = Json.MAPPER.readTree(get("/choices/" + key).body());

        // Then
        assertThat(choices.path("version").asLong()).isEqualTo(3);
        assertThat(choices.at("/choices/0/purpose").asText()).isEqualTo("marketing-main");
        assertThat(choices.at("/choices/0/allowed").asBoolean()).isTrue();
        assertThat(choices.path("effectiveFrom").asText())
                .isEqualTo(Suite.acknowledged("marketing", key)
                        .getLast()
                        .effectiveFrom()
                        .toString());
        assertProblem(get("/choices/c:nobody"), 404, "not-found");
    }

    @Test
    void it_is_up_when_it_follows() throws Exception {
        await().atMost(SOON).until(() -> get("/health").statusCode() == 200);
        assertThat(get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"customerId\":\"1\"",
                "{\"customerId\":\"1\"}",
                "{\"customerId\":\"1\",\"contactPoint\":{\"email\":\"ada.lovelace\"},\"purpose\":\"p\",\"brand\":\"b\"}",
                "{\"customerId\":\"1\",\"contactPoint\":{\"email\":\"ada.lovelace@example.org\"},\"purpose\":\"p\","
                        + "\"brand\":\"b\",\"force\":true}"
            })
    void what_is_no_mailing_is_told_so_without_repeating_it(String body) throws Exception {
        assertProblem(post("/mailings", "application/json", body), 400, "malformed-request");
    }

    @Test
    void other_bad_requests_are_told_what_to_do() throws Exception {
        assertProblem(post("/mailings", "text/plain", "{}"), 415, "unsupported-media-type");
        assertProblem(post("/mailings", "application/json", " ".repeat(20_000)), 413, "too-large");
        assertProblem(post("/health", "application/json", "{}"), 405, "method-not-allowed");
        assertProblem(get("/mailings"), 405, "method-not-allowed");
        assertProblem(get("/mailings/1"), 404, "not-found");
        assertProblem(get("/choices"), 404, "not-found");
        assertProblem(get("/"), 404, "not-found");
    }

    @Test
    void whoever_entered_a_competition_gets_by_the_mailbox_alone_exactly_the_entry() throws Exception {
        // Given
        obey(1, allowed("marketing-main", "main"));
        mail("marketing-main", "main");
        enter("summer-" + customer, "Ada", "forty-two");

        // When
        TaskAnswered answer = give(task(SubjectTask.Operation.ACCESS, List.of(), List.of(Neighbours.CONTACT_REF)));

        // Then
        assertThat(answer.outcome()).isEqualTo(Outcome.DONE);
        assertThat(neighbours.contactRefRequests)
                .singleElement(STRING)
                .startsWith("Bearer t1 ")
                .contains("\"kind\":\"EMAIL\"", "\"value\":\"" + ADDRESS + "\"");
        JsonNode data = uploaded().path("data");
        assertThat(data.findValuesAsText("category"))
                .containsExactly("user.contact.email", "user.name", "user.content.private");
        assertThat(data.findValuesAsText("source")).containsOnly("given by you when you entered a competition");
        assertThat(data.findValuesAsText("your answer")).contains("forty-two");
        assertThat(data.toString()).doesNotContain("customer ID", "known since");
    }

    @Test
    void a_customer_gets_the_profile_the_choices_and_the_entries_of_the_contact_points() throws Exception {
        // Given
        obey(1, allowed("marketing-main", "main"));
        mail("marketing-main", "main");
        enter("winter-" + customer, "Ada", "snow");

        // When
        give(task(SubjectTask.Operation.ACCESS, List.of(customer), List.of(Neighbours.CONTACT_REF)));

        // Then
        assertThat(uploaded().toString())
                .contains(
                        "\"customer ID\":\"" + customer + "\"",
                        "known since",
                        "\"what for\":\"marketing-main\"",
                        "snow");
    }

    @Test
    void an_erasure_leaves_nothing() throws Exception {
        // Given
        obey(1, allowed("marketing-main", "main"));
        mail("marketing-main", "main");
        enter("autumn-" + customer, "Ada", "leaves");

        // When
        TaskAnswered answer =
                give(task(SubjectTask.Operation.ERASURE, List.of(customer), List.of(Neighbours.CONTACT_REF)));

        // Then
        assertThat(answer.outcome()).isEqualTo(Outcome.DONE);
        assertThat(answer.kept()).isEmpty();
        assertThat(get("/choices/" + key).statusCode()).isEqualTo(404);
        assertThat(give(task(SubjectTask.Operation.ACCESS, List.of(customer), List.of(Neighbours.CONTACT_REF)))
                        .outcome())
                .isEqualTo(Outcome.NOTHING_HELD);
        for (String table :
                List.of("profile", "entry", "choices_in_force", "sent_message", "subject_task", "task_document")) {
            assertThat(rowsWith(table, customer)).as(table).isZero();
        }
        assertThat(rowsWith("entry", ADDRESS)).isZero();
    }

    @Test
    void a_second_entry_is_answered_like_the_first_and_does_not_count() throws Exception {
        HttpResponse<String> first = enter("spring-" + customer, "Ada", "tulips");
        HttpResponse<String> second = enter("spring-" + customer, "Ada", "roses");

        assertThat(second.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(rowsWith("entry", "tulips")).isOne();
        assertThat(rowsWith("entry", "roses")).isZero();
    }

    @Test
    void an_entry_that_could_not_be_found_again_is_not_taken() throws Exception {
        neighbours.contactRefStatus = 503;

        assertProblem(enter("lost-" + customer, "Ada", "nothing"), 503, "no-contact-ref");
        assertThat(rowsWith("entry", "lost-" + customer)).isZero();
        assertProblem(post("/entries", "application/json", "{\"competition\":\"a\"}"), 400, "malformed-request");
    }

    private HttpResponse<String> enter(String competition, String name, String answer) throws Exception {
        return post("/entries", "application/json", """
                {"contactPoint":{"email":"%s"},"competition":"%s","name":"%s","answer":"%s"}""".formatted(ADDRESS, competition, name, answer));
    }

    private static SubjectTask task(
            SubjectTask.Operation operation, List<String> customerIds, List<String> contactRefs) {
        return new SubjectTask(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                1,
                operation,
                customerIds,
                contactRefs,
                List.of(),
                List.of(),
                InstantSource.system().instant(),
                LocalDate.EPOCH);
    }

    private TaskAnswered give(SubjectTask task) {
        suite.give("marketing", task);
        return await().atMost(SOON)
                .until(
                        () -> Suite.answers("marketing", task.requestId()).stream()
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private JsonNode uploaded() throws Exception {
        return Json.MAPPER.readTree(neighbours.uploads.getLast().document());
    }

    private static long rowsWith(String table, String text) throws SQLException {
        try (Connection connection = Suite.database("marketing").getConnection();
                var select = connection.createStatement()) {
            var rows = select.executeQuery(
                    "SELECT count(*) FROM " + table + " AS one WHERE one::text LIKE '%" + text + "%'");
            rows.next();
            return rows.getLong(1);
        }
    }

    private void obey(long version, org.privacypromise.events.PreferencesState.Choice... choices) {
        suite.publish(key, version, choices);
        await().atMost(SOON)
                .until(() -> Suite.acknowledged("marketing", key).stream()
                        .anyMatch(acknowledged -> acknowledged.version() == version));
    }

    private HttpResponse<String> mail(String purpose, String brand) throws Exception {
        return post("/mailings", "application/json", """
                {"customerId":"%s","contactPoint":{"email":"%s"},"purpose":"%s","brand":"%s"}""".formatted(key.substring(2), ADDRESS, purpose, brand));
    }

    private HttpResponse<String> post(String path, String contentType, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + marketing.port() + path);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = Json.MAPPER.readTree(answer.body());
        assertThat(problem.path("type").asText()).isEqualTo("urn:privacy-promise:problem:" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).isNotBlank().doesNotContain("ada");
    }
}
