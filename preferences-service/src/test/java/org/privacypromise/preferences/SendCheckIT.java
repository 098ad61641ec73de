package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.ContactPointRecorded;
import org.privacypromise.events.CustomerIdAllocated;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.Tokens;

/** Senders ask right before they send. */
@QuarkusTest
class SendCheckIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    AgroalDataSource database;

    private final String customer = "c-" + UUID.randomUUID();
    private final String contactRef = "1." + UUID.randomUUID();

    @Test
    void a_customer_gets_what_they_said_yes_to_and_nothing_else() {
        introduce(customer);
        choose("marketing-main", "main", true);

        expect("customerId", customer, "marketing-main", "email", "main", true, "chosen", 2);
        expect("customerId", customer, "marketing-main", "sms", "main", false, "not-chosen", 2);
        expect("customerId", customer, "marketing-marketplace", "email", "marketplace", false, "not-chosen", 2);

        choose("marketing-main", "main", false);
        expect("customerId", customer, "marketing-main", "email", "main", false, "refused", 3);
    }

    @Test
    void nothing_is_sent_to_somebody_of_whom_nothing_is_known() {
        expect("customerId", customer, "marketing-main", "email", "main", false, "unknown-subject", 0);
        expect("contactRef", contactRef, "marketing-main", "email", "main", false, "unknown-subject", 0);
        expect("customerId", customer, "feedback", "email", "main", false, "unknown-subject", 0);
    }

    @Test
    void what_cannot_be_switched_off_says_why() {
        check("customerId", customer, "deliver-purchases", "email", "main")
                .then()
                .statusCode(200)
                .body("allowed", equalTo(true))
                .body("because", equalTo("service-message"))
                .body("why", containsString("order"));
        check("customerId", customer, "marketing-main", "email", "main").then().body("why", nullValue());
    }

    @Test
    void an_alert_is_sent_to_those_who_wait_for_it_and_to_nobody_else() throws SQLException {
        // Given
        reachedBy(customer, contactRef);
        expect("customerId", customer, "back-in-stock", "email", "main", false, "not-asked-for", 1);
        expect("customerId", "c-stranger", "back-in-stock", "email", "main", false, "not-asked-for", 0);
        String product = "p-" + UUID.randomUUID();

        // When
        String alert = me().contentType("application/json")
                .body("{\"product\":\"%s\",\"channel\":\"email\"}".formatted(product))
                .post("/alerts")
                .path("alertId");

        // Then
        check("customerId", customer, "back-in-stock", "email", "main")
                .then()
                .body("allowed", equalTo(true))
                .body("because", equalTo("asked-for"))
                .body("why", containsString("Cancel the alert"));
        expect("contactRef", contactRef, "back-in-stock", "email", "main", true, "asked-for", 0);
        expect("customerId", customer, "back-in-stock", "push", "main", false, "not-asked-for", 1);
        expectAlert(product, true);
        expectAlert("another", false);

        // And it still may be sent once it was handed over, until it is over
        run("UPDATE stock_alert SET claimed_at = now() WHERE id = '" + alert + "'");
        expectAlert(product, true);
        run("UPDATE stock_alert SET expires_at = now() WHERE id = '" + alert + "'");
        expectAlert(product, false);

        // And not once it was cancelled
        run("UPDATE stock_alert SET claimed_at = NULL, expires_at = now() + interval '1 day' WHERE id = '" + alert
                + "'");
        expectAlert(product, true);
        me().delete("/alerts/" + alert).then().statusCode(204);
        expectAlert(product, false);
    }

    private void expectAlert(String product, boolean allowed) {
        system().queryParam("product", product)
                .get("/send-check?purpose=back-in-stock&channel=email&brand=main&customerId=" + customer)
                .then()
                .statusCode(200)
                .body("allowed", equalTo(allowed));
        String line =
                "{\"customerId\":\"%s\",\"purpose\":\"back-in-stock\",\"channel\":\"email\",\"brand\":\"main\",\"product\":\"%s\"}"
                        .formatted(customer, product);
        assertThat(stream(line).asString()).contains("\"allowed\":" + allowed);
    }

    private io.restassured.specification.RequestSpecification me() {
        return given().auth().oauth2(token(customer));
    }

    @Test
    void a_contact_point_that_never_had_an_account_is_not_written_to_after_its_no() {
        // Given
        unsubscribe(contactRef);

        // Then
        expect("contactRef", contactRef, "marketing-marketplace", "email", "marketplace", false, "refused", 2);
        expect("contactRef", contactRef, "marketing-main", "email", "main", false, "not-chosen", 2);
    }

    @Test
    void who_reads_at_a_contact_point_is_asked_for_by_it_and_one_no_is_enough() {
        // Given two customers behind one mailbox
        String other = "c-" + UUID.randomUUID();
        reachedBy(customer, contactRef);
        reachedBy(other, contactRef);
        choose("marketing-main", "main", true);
        expect("contactRef", contactRef, "marketing-main", "email", "main", true, "chosen", 0);

        // When
        choose(other, "marketing-main", "main", false);

        // Then
        expect("contactRef", contactRef, "marketing-main", "email", "main", false, "refused", 0);
        expect("customerId", customer, "marketing-main", "email", "main", true, "chosen", 2);
    }

    @Test
    void what_is_suppressed_stays_so_until_somebody_says_yes_there() throws SQLException {
        // Given
        run(
                "INSERT INTO suppression VALUES ('%s', 'marketing-main', 'email', 'main', '2026-01-01T00:00:00Z', 'ERASURE')"
                        .formatted(contactRef));
        expect("contactRef", contactRef, "marketing-main", "email", "main", false, "suppressed", 0);

        // Then
        allowed("p:" + contactRef, "2025-12-31T23:59:59.999999Z", "1.1.0");
        expect("contactRef", contactRef, "marketing-main", "email", "main", false, "suppressed", 5);
        allowed("p:" + contactRef, "2026-01-01T00:00:00.000001Z", "1.1.0");
        expect("contactRef", contactRef, "marketing-main", "email", "main", true, "chosen", 5);
    }

    @Test
    void what_is_asked_has_to_be_clear() {
        for (Response refused : List.of(
                system().get("/send-check?purpose=marketing-main&channel=email&brand=main"),
                system().get("/send-check?customerId=a&contactRef=b&purpose=marketing-main&channel=email&brand=main"),
                system().get("/send-check?customerId=a%40b.example&purpose=marketing-main&channel=email&brand=main"),
                system().get("/send-check?customerId=a&channel=email&brand=main"),
                check("customerId", customer, "mind-reading", "email", "main"),
                check("customerId", customer, "marketing-main", "email", "marketplace"))) {
            refused.then().statusCode(422).body("type", endsWith(":invalid-content"));
        }
    }

    @Test
    void only_systems_ask() {
        String path = "/send-check?customerId=a&purpose=marketing-main&channel=email&brand=main";
        given().get(path).then().statusCode(401);
        given().auth().oauth2(token(customer)).get(path).then().statusCode(403);
        given().contentType("application/x-ndjson")
                .body(new byte[] {'{', '}'})
                .post("/send-checks")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(token(customer))
                .contentType("application/x-ndjson")
                .body(new byte[] {'{', '}'})
                .post("/send-checks")
                .then()
                .statusCode(403);
    }

    @Test
    void as_many_as_there_are_are_answered_line_by_line_in_their_order() {
        // Given
        introduce(customer);
        choose("marketing-main", "main", true);
        unsubscribe(contactRef);
        String yes = "{\"customerId\":\"%s\",\"purpose\":\"marketing-main\",\"channel\":\"email\",\"brand\":\"main\"}"
                .formatted(customer);
        String no =
                "{\"contactRef\":\"%s\",\"purpose\":\"marketing-marketplace\",\"channel\":\"email\",\"brand\":\"marketplace\"}"
                        .formatted(contactRef);
        String unknown =
                "{\"customerId\":\"nobody\",\"purpose\":\"marketing-main\",\"channel\":\"email\",\"brand\":\"main\"}";
        String body = IntStream.range(0, 3333)
                .mapToObj(i -> yes + "\n" + no + "\r\n" + unknown)
                .collect(Collectors.joining("\n"));

        // When
        List<String> answers = stream(body).asString().lines().toList();

        // Then
        assertThat(answers).hasSize(9999);
        for (int i = 0; i < answers.size(); i += 3) {
            assertThat(answers.get(i)).isEqualTo(answer(i + 1, true, "chosen", 2));
            assertThat(answers.get(i + 1)).isEqualTo(answer(i + 2, false, "refused", 2));
            assertThat(answers.get(i + 2)).isEqualTo(answer(i + 3, false, "unknown-subject", 0));
        }
    }

    @Test
    void a_line_that_cannot_be_read_is_a_no_and_the_others_go_on() {
        String good =
                "{\"customerId\":\"nobody\",\"purpose\":\"marketing-main\",\"channel\":\"email\",\"brand\":\"main\"}";
        String body = String.join(
                "\n",
                good,
                "not json",
                "",
                good.replace("nobody", "some@body.example"),
                good.replace("customerId", "customer"),
                good.replace("\"nobody\"", "7"),
                good + good,
                good.replace("{", "{\"brand\":\"main\","),
                good.replace("nobody", "n".repeat(3000)),
                good.replace("marketing-main", "mind-reading"),
                "[]",
                good);

        List<String> answers = stream(body).asString().lines().toList();

        assertThat(answers).hasSize(11);
        assertThat(answers.getFirst()).isEqualTo(answer(1, false, "unknown-subject", 0));
        assertThat(answers.get(1))
                .startsWith("{\"line\":2,\"allowed\":false,\"because\":\"not-understood\",\"version\":0,\"remedy\":\"");
        assertThat(answers.subList(2, 8))
                .allMatch(answer -> answer.contains("\"allowed\":false,\"because\":\"not-understood\""))
                .noneMatch(answer -> answer.contains("body.example"));
        assertThat(answers.get(8)).isEqualTo(answer(10, false, "no-such-choice", 0));
        assertThat(answers.getLast()).isEqualTo(answer(12, false, "unknown-subject", 0));
        assertThat(stream("").asString()).isEmpty();
    }

    @Test
    void who_wants_nothing_at_all_gets_nothing_of_what_came_later_either() throws SQLException {
        // Given a cell that there was not when everything was switched off
        introduce(customer);
        given().auth()
                .oauth2(token(customer))
                .contentType("application/json")
                .body("{\"allowed\":false,\"language\":\"en\"}")
                .put("/preferences/everything")
                .then()
                .statusCode(200);
        expect("customerId", customer, "feedback", "email", "main", false, "refused", 2);
        run("UPDATE preferences SET choices = '{\"list\": []}' WHERE key = 'c:" + customer + "'");

        // Then
        expect("customerId", customer, "feedback", "email", "main", false, "refused", 2);
        expect("customerId", customer, "deliver-purchases", "email", "main", true, "service-message", 2);
    }

    private void expect(
            String how,
            String who,
            String purpose,
            String channel,
            String brand,
            boolean allowed,
            String because,
            int version) {
        check(how, who, purpose, channel, brand)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("allowed", equalTo(allowed))
                .body("because", equalTo(because))
                .body("version", equalTo(version));
        String line = "{\"%s\":\"%s\",\"purpose\":\"%s\",\"channel\":\"%s\",\"brand\":\"%s\"}"
                .formatted(how, who, purpose, channel, brand);
        assertThat(stream(line).asString().strip()).isEqualTo(answer(1, allowed, because, version));
    }

    private static String answer(int line, boolean allowed, String because, int version) {
        return "{\"line\":%d,\"allowed\":%s,\"because\":\"%s\",\"version\":%d}"
                .formatted(line, allowed, because, version);
    }

    private static Response check(String how, String who, String purpose, String channel, String brand) {
        return system().queryParam(how, who)
                .queryParam("purpose", purpose)
                .queryParam("channel", channel)
                .queryParam("brand", brand)
                .get("/send-check");
    }

    private static Response stream(String body) {
        Response answer = system().contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/send-checks");
        answer.then().statusCode(200).contentType("application/x-ndjson");
        return answer;
    }

    private static io.restassured.specification.RequestSpecification system() {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("marketing")
                        .sign());
    }

    private static String token(String customer) {
        return Tokens.forService("preferences-service").customer(customer).sign();
    }

    private void introduce(String who) {
        KafkaProbe.publish("identity.events.v1", new CustomerIdAllocated(who, 1, Instant.now()));
        await().atMost(SOON)
                .until(() -> check("customerId", who, "marketing-main", "email", "main")
                        .path("because")
                        .equals("not-chosen"));
    }

    private void reachedBy(String who, String ref) {
        KafkaProbe.publish(
                "identity.events.v1",
                new ContactPointRecorded(who, 2, ref, ContactPointRecorded.Kind.EMAIL, false, Instant.now()));
        await().atMost(SOON)
                .until(() -> check("customerId", who, "marketing-main", "email", "main")
                        .path("because")
                        .equals("not-chosen"));
    }

    private void choose(String purpose, String brand, boolean allowed) {
        choose(customer, purpose, brand, allowed);
    }

    private static void choose(String who, String purpose, String brand, boolean allowed) {
        given().auth()
                .oauth2(token(who))
                .contentType("application/json")
                .body(ChoicesIT.body(ChoicesIT.notice(), purpose, "email", brand, allowed))
                .patch("/preferences")
                .then()
                .statusCode(200);
    }

    private static void unsubscribe(String ref) {
        String link = system().contentType("application/json")
                .body(
                        "{\"contactRef\":\"%s\",\"purpose\":\"marketing-marketplace\",\"channel\":\"email\",\"brand\":\"marketplace\"}"
                                .formatted(ref))
                .post("/unsubscribe-links")
                .path("url");
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(URI.create(link).getPath())
                .then()
                .statusCode(200);
    }

    private void allowed(String key, String since, String noticeVersion) throws SQLException {
        run("DELETE FROM preferences WHERE key = '" + key + "'");
        run("""
                INSERT INTO preferences (key, version, created_at, changed_at, choices) VALUES ('%s', 5, now(), now(),
                '{"list": [{"purpose": "marketing-main", "channel": "email", "brand": "main", "allowed": true,
                            "since": "%s", "source": "CUSTOMER", "noticeVersion": "%s", "language": "en"}]}')""".formatted(key, since, noticeVersion));
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
