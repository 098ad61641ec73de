package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.SubjectTask.Exemption;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.Tokens;

/** Consents of the time before that have come and are not in force yet. */
@QuarkusTest
class StagedLinesIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<Exemption> KEEP_NO = List.of(new Exemption("user.unique_id", "suppression"));

    RequestsEndpoint requests;

    @Inject
    AgroalDataSource database;

    @Inject
    Scheduler scheduler;

    private final String customer = "c-" + UUID.randomUUID();
    private final String guest = "1." + UUID.randomUUID();
    private final String other = "c-" + UUID.randomUUID();
    /** Of the customer, but not named by the task. */
    private final String linked = "1." + UUID.randomUUID();

    @Test
    void what_waits_to_be_taken_over_is_handed_over_and_not_taken_over_after_an_erasure() throws SQLException {
        // Given
        Contacts.meet(customer, linked, true);
        String checked = checked();

        // Then
        SubjectTask access = task(Operation.ACCESS, List.of());
        give(access);
        assertThat(requests.document(access.taskId()))
                .contains("in our records of the time before, and waiting to be taken over")
                .contains("\"shown in\":\"CRM 7 of " + customer + "\"")
                .contains("\"shown in\":\"CRM 8 of " + linked + "\"")
                .doesNotContain("CRM 9");

        // When
        give(task(Operation.ERASURE, KEEP_NO));

        // Then
        assertThat(text("SELECT string_agg(reference, ',') FROM legacy_import_line WHERE import_id = '" + checked
                        + "'"))
                .isEqualTo("CRM 9 of " + other);
        operator().post("/imports/" + checked + "/application").then().statusCode(202);
        assertThat(awaitState(checked, "done").getLong("subjects")).isEqualTo(1);
        for (String key : List.of("c:" + customer, "p:" + guest, "p:" + linked)) {
            assertThat(text("SELECT count(*) FROM preferences WHERE key = '" + key + "'"))
                    .as(key)
                    .isEqualTo("0");
        }

        // And the no is remembered all the same
        assertThat(because(guest)).isEqualTo("suppressed");
        assertThat(because(linked)).isEqualTo("suppressed");
    }

    @Test
    void nothing_of_it_is_left_if_no_rule_lets_a_no_be_kept() throws SQLException {
        String checked = checked();

        give(task(Operation.ERASURE, List.of()));

        assertThat(text("SELECT string_agg(key, ',') FROM legacy_import_line WHERE import_id = '" + checked + "'"
                        + " AND key IN ('c:" + customer + "', 'p:" + guest + "')"))
                .isEqualTo("null");
        assertThat(because(guest)).isEqualTo("unknown-subject");
    }

    @Test
    void whoever_begins_an_import_is_told_how_many_the_systems_have_still_to_be_told_of() {
        // Given
        scheduler.pause("tell-imported-choices");
        try {
            String first = upload("", yes("customerId", customer, "CRM 1")).getString("importId");
            awaitState(first, "done");
            await().atMost(SOON)
                    .until(() -> operator().get("/imports/" + first).jsonPath().getLong("waitingToBeTold") > 0);

            // Then
            assertThat(upload("?dryRun=true", yes("customerId", other, "CRM 2")).getLong("waitingToBeTold"))
                    .isPositive();
            String checked = checked();
            assertThat(operator()
                            .post("/imports/" + checked + "/application")
                            .jsonPath()
                            .getLong("waitingToBeTold"))
                    .isPositive();
        } finally {
            scheduler.resume("tell-imported-choices");
        }
    }

    /** A dry run over what the records say of the customer, of two contact points, and of somebody else. */
    private String checked() {
        String id = upload(
                        "?dryRun=true",
                        String.join(
                                "\n",
                                yes("customerId", customer, "CRM 7"),
                                no("contactRef", guest),
                                yes("contactRef", linked, "CRM 8"),
                                yes("customerId", other, "CRM 9")))
                .getString("importId");
        awaitState(id, "checked");
        return id;
    }

    private static String yes(String how, String who, String reference) {
        return ("{\"%s\":\"%s\",\"purpose\":\"marketing-main\",\"channel\":\"email\",\"brand\":\"main\",\"allowed\":true,"
                        + "\"decidedAt\":\"2024-05-01\",\"noticeVersion\":\"1.0.0\",\"language\":\"en\",\"source\":\"form\",\"reference\":\"%s of %s\"}")
                .formatted(how, who, reference, who);
    }

    private static String no(String how, String who) {
        return "{\"%s\":\"%s\",\"purpose\":\"marketing-main\",\"channel\":\"email\",\"brand\":\"main\",\"allowed\":false}"
                .formatted(how, who);
    }

    private static JsonPath upload(String query, String lines) {
        return operator()
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/imports" + query)
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    private static JsonPath awaitState(String id, String state) {
        await().atMost(SOON)
                .until(() -> state.equals(operator().get("/imports/" + id).path("state")));
        return operator().get("/imports/" + id).jsonPath();
    }

    private SubjectTask task(Operation operation, List<Exemption> keep) {
        return new SubjectTask(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                1,
                operation,
                List.of(customer),
                List.of(guest),
                List.of("user.privacy_preferences", "user.unique_id"),
                keep,
                Instant.now(),
                LocalDate.EPOCH);
    }

    private static void give(SubjectTask task) {
        KafkaProbe.publish("requests.tasks.preferences.v1", task);
        await().atMost(SOON)
                .until(
                        () -> KafkaProbe.records("requests.task-results.preferences.v1").stream()
                                .filter(one -> task.requestId().equals(one.key()))
                                .map(one -> EventJson.read(TaskAnswered.class, one.value()))
                                .findFirst(),
                        Optional::isPresent);
    }

    private static String because(String ref) {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("marketing")
                        .sign())
                .get("/send-check?purpose=marketing-main&channel=email&brand=main&contactRef=" + ref)
                .path("because");
    }

    private String text(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private static RequestSpecification operator() {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .role("operator")
                        .sign());
    }
}
