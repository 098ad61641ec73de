package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.ChoicesAcknowledged;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.MarketingSent;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.Tokens;

/** Messages that were sent in spite of a no. */
@QuarkusTest
class LeakIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    AgroalDataSource database;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    private final String customer = "c-" + UUID.randomUUID();
    private final String key = "c:" + customer;

    @Test
    void a_message_after_the_system_said_that_the_refusal_is_in_force_is_an_incident_with_evidence() {
        // Given
        choose(true);
        choose(false);
        Instant refusedAt = changedAt();
        acknowledge("marketing", 3, refusedAt.plusSeconds(2));
        awaitAcknowledged();

        // When
        sent("marketing", refusedAt.plusSeconds(3), "m-leak");

        // Then
        Map<String, Object> incident = awaitIncident("m-leak");
        assertThat(incident)
                .containsEntry("kind", "AFTER_EFFECTIVE")
                .containsEntry("state", "open")
                .containsEntry("key", key)
                .containsEntry("system", "marketing")
                .containsEntry("purpose", "marketing-main")
                .containsEntry("channel", "email")
                .containsEntry("brand", "main")
                .containsEntry("sentAt", refusedAt.plusSeconds(3).toString());
        assertThat(incident.get("evidence"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("refusedAt", refusedAt.toString())
                .containsEntry("refusedVersion", 3)
                .containsEntry("acknowledgedVersion", 3)
                .containsEntry("effectiveFrom", refusedAt.plusSeconds(2).toString())
                .hasEntrySatisfying(
                        "recordHash", hash -> assertThat((String) hash).matches("[0-9a-f]{64}"));
        assertThat(given().get(metrics).asString())
                .containsPattern("preferences_leaks_total\\{kind=\"AFTER_EFFECTIVE\",system=\"marketing\"} [1-9]");
    }

    @Test
    void what_was_allowed_or_under_way_or_repeated_is_none() {
        // Given
        choose(true);
        Instant allowedAt = changedAt();
        choose(false);
        Instant refusedAt = changedAt();
        acknowledge("marketing", 3, refusedAt.plusSeconds(2));
        awaitAcknowledged();

        // When
        sent("marketing", allowedAt, "m-allowed");
        sent("marketing", refusedAt.plusSeconds(1), "m-under-way");
        sent("marketing", refusedAt.plusSeconds(4), "m-twice");
        sent("marketing", refusedAt.plusSeconds(4), "m-twice");
        sent("marketing", refusedAt.plusSeconds(5), "m-last");

        // Then
        awaitIncident("m-last");
        assertThat(incidents()).extracting(one -> one.get("messageRef")).containsExactly("m-last", "m-twice");
    }

    @Test
    void a_message_that_is_told_before_the_acknowledgement_is_looked_at_again() throws SQLException {
        // Given
        choose(true);
        choose(false);
        Instant refusedAt = changedAt();

        // When
        sent("marketing", refusedAt.plusSeconds(5), "m-early");
        await().atMost(SOON).until(() -> count("SELECT count(*) FROM doubtful_send WHERE key = '" + key + "'") == 1);
        assertThat(incidents()).isEmpty();
        acknowledge("marketing", 3, refusedAt.plusSeconds(2));

        // Then
        awaitIncident("m-early");
        assertThat(count("SELECT count(*) FROM doubtful_send WHERE key = '" + key + "'"))
                .isZero();
    }

    @Test
    void what_the_system_had_in_force_is_remembered_when_it_has_acknowledged_something_newer() {
        // Given
        choose(true);
        choose(false);
        Instant refusedAt = changedAt();
        acknowledge("marketing", 3, refusedAt);
        awaitAcknowledged();
        choose(true);
        acknowledge("marketing", 4, changedAt());
        awaitAcknowledged();

        // When
        sent("marketing", refusedAt.plusMillis(1), "m-late-news");
        sent("marketing", changedAt().plusSeconds(1), "m-allowed-again");

        // Then
        assertThat(awaitIncident("m-late-news")).containsEntry("kind", "AFTER_EFFECTIVE");
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void silence_is_a_no_and_so_is_somebody_nobody_knows() {
        // Given
        choose("sms", false);
        Instant knownSince = changedAt();
        acknowledge("marketing", 2, knownSince.plusSeconds(1));
        awaitAcknowledged();

        // When
        sent("marketing", knownSince.plusSeconds(2), "m-never-asked");

        // Then
        assertThat(awaitIncident("m-never-asked")).containsEntry("kind", "AFTER_EFFECTIVE");

        // When
        String ref = "m-" + UUID.randomUUID();
        publish(
                "/systems/marketing",
                new MarketingSent("p:1." + UUID.randomUUID(), "marketing-main", "email", "main", Instant.now(), ref));

        // Then
        await().atMost(SOON)
                .until(() -> all().stream()
                        .anyMatch(one ->
                                ref.equals(one.get("messageRef")) && "WITHOUT_PERMISSION".equals(one.get("kind"))));
    }

    @Test
    void whoever_does_not_say_which_system_it_is_is_judged_by_what_any_system_has_said() {
        choose(false);
        Instant refusedAt = changedAt();
        acknowledge("marketing", 2, refusedAt.plusSeconds(2));
        awaitAcknowledged();

        publish("/test", message(refusedAt.plusSeconds(3), "m-nameless"));

        assertThat(awaitIncident("m-nameless")).containsEntry("system", "unknown");
    }

    @Test
    void an_incident_is_closed_once_and_forgets_whom_it_was_about_with_the_erasure() throws SQLException {
        // Given
        choose(false);
        Instant refusedAt = changedAt();
        acknowledge("marketing", 2, refusedAt);
        awaitAcknowledged();
        sent("marketing", refusedAt.plusSeconds(1), "m-closed");
        int id = (int) awaitIncident("m-closed").get("id");

        // When
        team().contentType("application/json")
                .body(Map.of("reason", "campaign stopped"))
                .post("/incidents/" + id + "/closing")
                .then()
                .statusCode(204);
        team().contentType("application/json")
                .body(Map.of("reason", "another"))
                .post("/incidents/" + id + "/closing")
                .then()
                .statusCode(204);

        // Then
        assertThat(awaitIncident("m-closed")).containsEntry("state", "closed");
        team().get("/incidents?state=closed&limit=1")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Link", containsString("before="))
                .body("incidents[0].closing.reason", equalTo("campaign stopped"));
        team().contentType("application/json")
                .body(Map.of("reason", " "))
                .post("/incidents/" + id + "/closing")
                .then()
                .statusCode(422);
        team().contentType("application/json")
                .body(Map.of("reason", "x"))
                .post("/incidents/99999999/closing")
                .then()
                .statusCode(404)
                .body("type", endsWith(":not-found"));
        assertThat(count("SELECT count(*) FROM evidence_access WHERE what = 'incidents'"))
                .isPositive();
    }

    @Test
    void after_an_erasure_the_incident_leads_to_nobody_though_the_evidence_of_the_no_is_kept() throws SQLException {
        // Given an incident with its evidence, and a message that is still looked at
        choose(true);
        choose(false);
        Instant refusedAt = changedAt();
        acknowledge("marketing", 3, refusedAt);
        awaitAcknowledged();
        sent("marketing", refusedAt.plusSeconds(1), "m-erased");
        Map<String, Object> incident = awaitIncident("m-erased");
        String hash = String.valueOf(((Map<?, ?>) incident.get("evidence")).get("recordHash"));
        assertThat(hash).hasSize(64);
        assertThat(count("SELECT count(*) FROM consent_record WHERE encode(hash, 'hex') = '" + hash + "'"))
                .isEqualTo(1);

        // When
        SubjectTask erasure = new SubjectTask(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                1,
                SubjectTask.Operation.ERASURE,
                List.of(customer),
                List.of(),
                List.of("user.privacy_preferences"),
                List.of(new SubjectTask.Exemption("user.privacy_preferences", "consent-evidence")),
                Instant.now(),
                LocalDate.EPOCH);
        KafkaProbe.publish("requests.tasks.preferences.v1", erasure);
        await().atMost(SOON).until(() -> count("SELECT count(*) FROM preferences WHERE key = '" + key + "'") == 0);

        // Then
        assertThat(count("SELECT count(*) FROM consent_record WHERE key = '" + key + "'"))
                .isPositive();
        assertThat(count("SELECT count(*) FROM incident WHERE message_ref = 'm-erased' AND refused_version = 3"))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM incident AS one WHERE message_ref = 'm-erased' AND (one::text LIKE '%"
                        + customer + "%' OR one::text LIKE '%" + hash + "%')"))
                .isZero();
        assertThat(count("SELECT count(*) FROM doubtful_send WHERE key = '" + key + "'"))
                .isZero();
        assertThat(incidents()).isEmpty();
    }

    @Test
    void only_the_privacy_team_sees_them() {
        given().get("/incidents").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .role("operator")
                        .sign())
                .get("/incidents")
                .then()
                .statusCode(403);
        team().get("/incidents?limit=201").then().statusCode(422);
        team().get("/incidents?state=secret").then().statusCode(422);
    }

    private Map<String, Object> awaitIncident(String messageRef) {
        await().atMost(SOON)
                .until(() -> incidents().stream().anyMatch(one -> messageRef.equals(one.get("messageRef"))));
        return incidents().stream()
                .filter(one -> messageRef.equals(one.get("messageRef")))
                .findFirst()
                .orElseThrow();
    }

    private List<Map<String, Object>> incidents() {
        return all().stream().filter(one -> key.equals(one.get("key"))).toList();
    }

    private List<Map<String, Object>> all() {
        return team().get("/incidents?limit=200").jsonPath().getList("incidents");
    }

    private long count(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void sent(String system, Instant at, String messageRef) {
        publish("/systems/" + system, message(at, messageRef));
    }

    private MarketingSent message(Instant at, String messageRef) {
        return new MarketingSent(key, "marketing-main", "email", "main", at, messageRef);
    }

    private static void publish(String source, MarketingSent sent) {
        KafkaProbe.publish(
                "marketing.sent.v1",
                sent.key(),
                sent.type().typeName(),
                UUID.randomUUID().toString(),
                source,
                EventJson.write(sent));
    }

    private void acknowledge(String system, long version, Instant effectiveFrom) {
        KafkaProbe.publish("preferences.acks." + system + ".v1", new ChoicesAcknowledged(key, version, effectiveFrom));
    }

    private void awaitAcknowledged() {
        await().atMost(SOON).until(() -> me().get("/preferences").jsonPath().getInt("propagation.done") == 1);
    }

    private Instant changedAt() {
        return Instant.parse(me().get("/preferences").jsonPath().getString("changedAt"));
    }

    private void choose(boolean allowed) {
        choose("email", allowed);
    }

    private void choose(String channel, boolean allowed) {
        me().contentType("application/json")
                .body(ChoicesIT.body(ChoicesIT.notice(), "marketing-main", channel, "main", allowed))
                .patch("/preferences")
                .then()
                .statusCode(200);
    }

    private RequestSpecification me() {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .customer(customer)
                        .sign());
    }

    private static RequestSpecification team() {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .role("privacy-team")
                        .subject("staff-7")
                        .sign());
    }
}
