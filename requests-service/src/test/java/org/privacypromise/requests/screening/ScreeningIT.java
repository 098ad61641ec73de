package org.privacypromise.requests.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.EventType;
import org.privacypromise.events.RequestStatusChanged;
import org.privacypromise.events.ScreeningConcluded.DecidedBy;
import org.privacypromise.events.ScreeningConcluded.Verdict;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Facts;
import org.privacypromise.requests.OtherServices;
import org.privacypromise.teststack.KafkaProbe;

@QuarkusTest
class ScreeningIT {

    OtherServices services;

    private final String customer = Customers.newCustomer();

    @AfterEach
    void the_others_are_back() {
        services.reset();
    }

    @Test
    void a_request_is_screened_by_what_is_known_about_it() {
        String id = Customers.ask(customer, "ACCESS").path("requestId");

        await().untilAsserted(() -> assertThat(screenings(id)).hasSize(1));
        JsonNode asked = screenings(id).getFirst();
        assertThat(asked.path("subject").asText()).isEqualTo("REQUEST");
        assertThat(asked.path("signals").path("customerId").asText()).isEqualTo(customer);
        assertThat(asked.path("signals").path("ipAddress").asText()).isEqualTo("127.0.0.1");
        assertThat(asked.path("signals").path("right").asText()).isEqualTo("ACCESS");
        assertThat(asked.path("signals").path("channel").asText()).isEqualTo("SIGNED_IN");
        assertThat(asked.path("signals").has("contactRef")).isFalse();
        await().untilAsserted(() -> assertThat(Database.column(
                        "SELECT 1 FROM screening WHERE request_id = ? AND screened_at IS NOT NULL AND ip_address IS NULL",
                        UUID.fromString(id)))
                .hasSize(1));
    }

    @Test
    void what_the_rules_allow_is_fulfilled() {
        String id = Customers.ask(customer, "ACCESS").path("requestId");

        Facts.verdict(id, 1, Verdict.ALLOW, DecidedBy.RULES);

        awaitStatus(id, "FULFILLING");
        RequestStatusChanged told = KafkaProbe.awaitEvent(
                EventType.REQUEST_STATUS_CHANGED,
                RequestStatusChanged.class,
                id,
                event -> event.status() == RequestStatusChanged.Status.FULFILLING);
        assertThat(told.version()).isEqualTo(2);
    }

    @Test
    void where_a_request_came_from_is_forgotten_with_the_verdict_although_nobody_could_be_asked() {
        services.away("/screenings");
        String id = Customers.ask(customer, "ACCESS").path("requestId");
        assertThat(addressesOf(id)).hasSize(1);

        Facts.verdict(id, 1, Verdict.ALLOW, DecidedBy.RULES);

        awaitStatus(id, "FULFILLING");
        assertThat(addressesOf(id)).isEmpty();
    }

    private static List<String> addressesOf(String id) {
        return Database.column(
                "SELECT 1 FROM screening WHERE request_id = ? AND ip_address IS NOT NULL", UUID.fromString(id));
    }

    @Test
    void what_a_person_weighs_is_weighed_whatever_the_screening_says() {
        String id = Customers.ask(customer, "OBJECTION").path("requestId");
        Facts.verdict(id, 1, Verdict.ALLOW, DecidedBy.RULES);
        awaitStatus(id, "IN_REVIEW");

        String doubtful = Customers.ask(customer, "RECTIFICATION").path("requestId");
        Facts.verdict(doubtful, 1, Verdict.REVIEW, DecidedBy.RULES);
        awaitStatus(doubtful, "IN_REVIEW");
        Facts.verdict(doubtful, 2, Verdict.ALLOW, DecidedBy.HUMAN);
        await().until(() -> Database.column("SELECT 1 FROM verdict WHERE screening_id = ?", doubtful)
                        .size()
                == 2);
        Customers.read(customer, doubtful).then().body("status", equalTo("IN_REVIEW"));
    }

    @Test
    void a_machines_no_means_that_a_person_looks_and_the_clock_runs_on() {
        for (Verdict verdict : List.of(Verdict.DENY, Verdict.REVIEW)) {
            String someone = Customers.newCustomer();
            String id = Customers.ask(someone, "ACCESS").path("requestId");
            String due = Customers.read(someone, id).path("dueDate");

            Facts.verdict(id, 1, verdict, DecidedBy.RULES);

            awaitStatus(someone, id, "IN_REVIEW");
            Customers.read(someone, id).then().body("dueDate", equalTo(due));

            Facts.verdict(id, 2, Verdict.ALLOW, DecidedBy.HUMAN);
            awaitStatus(someone, id, "FULFILLING");
        }
    }

    @Test
    void a_persons_no_is_told_with_reasons_and_with_whom_to_complain_to() {
        // Given
        services.on(
                "/screenings",
                call -> new OtherServices.Answer(
                        200,
                        "{\"screeningId\":\"x\",\"verdict\":\"REVIEW\",\"decidedBy\":\"RULES\",\"ruleSetVersion\":\"1\","
                                + "\"reasons\":[{\"rule\":\"many\",\"text\":\"Very many requests came from your network.\"}],"
                                + "\"newField\":1}"));
        String id = Customers.ask(customer, "ERASURE").path("requestId");
        await().untilAsserted(() -> assertThat(screenings(id)).hasSize(1));
        Facts.verdict(id, 1, Verdict.REVIEW, DecidedBy.RULES);
        awaitStatus(id, "IN_REVIEW");
        await().untilAsserted(() -> assertThat(Database.column(
                        "SELECT 1 FROM screening WHERE request_id = ? AND screened_at IS NOT NULL",
                        UUID.fromString(id)))
                .hasSize(1));

        // When
        Facts.verdict(id, 2, Verdict.DENY, DecidedBy.HUMAN);

        // Then
        awaitStatus(id, "REFUSED");
        await().untilAsserted(() -> assertThat(services.mailsAbout(id)).hasSize(2));
        JsonNode refusal = services.mailsAbout(id).getLast();
        assertThat(refusal.path("subject").asText()).isEqualTo("We cannot do what you asked");
        assertThat(refusal.path("text").asText())
                .contains("Very many requests came from your network.")
                .contains("Information Commissioner");
        assertThat(Database.column(
                        "SELECT event FROM request_history WHERE request_id = ? ORDER BY version", UUID.fromString(id)))
                .containsExactly("Received", "ReviewNeeded", "ReviewDenied");
        // And there is no way back
        Customers.as(customer)
                .delete("/requests/" + id)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:privacy-promise:problem:illegal-transition"));
    }

    @Test
    void nothing_is_taken_back_once_systems_are_at_work() {
        String id = Customers.ask(customer, "ACCESS").path("requestId");
        Facts.verdict(id, 1, Verdict.ALLOW, DecidedBy.RULES);
        awaitStatus(id, "FULFILLING");

        Customers.as(customer)
                .delete("/requests/" + id)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:privacy-promise:problem:illegal-transition"));
        Customers.read(customer, id).then().body("status", equalTo("FULFILLING"));
    }

    @Test
    void fraud_check_may_be_away_for_as_long_as_it_likes() {
        // Given
        services.away("/screenings");
        String id = Customers.ask(customer, "ACCESS").path("requestId");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(screenings(id)).hasSizeGreaterThan(1));

        // When
        services.reset();

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Database.column(
                                "SELECT 1 FROM screening WHERE request_id = ? AND screened_at IS NOT NULL",
                                UUID.fromString(id)))
                        .hasSize(1));
        assertThat(screenings(id)).allMatch(call -> call.equals(screenings(id).getFirst()));
    }

    @Test
    void late_repeated_and_unknown_verdicts_change_nothing_and_stop_nothing() {
        String id = Customers.ask(customer, "ACCESS").path("requestId");
        Facts.verdict(id, 1, Verdict.ALLOW, DecidedBy.RULES);
        awaitStatus(id, "FULFILLING");
        String unknown = UUID.randomUUID().toString();

        Facts.verdict(id, 1, Verdict.ALLOW, DecidedBy.RULES);
        Facts.verdict(id, 1, Verdict.DENY, DecidedBy.RULES);
        Facts.verdict(unknown, 1, Verdict.ALLOW, DecidedBy.RULES);

        await().untilAsserted(
                        () -> assertThat(Database.column("SELECT verdict FROM verdict WHERE screening_id = ?", unknown))
                                .containsExactly("ALLOW"));
        Customers.read(customer, id).then().body("status", equalTo("FULFILLING"));
        assertThat(Database.column("SELECT 1 FROM parked_event WHERE event_key IN (?, ?)", id, unknown))
                .isEmpty();
    }

    @Test
    void a_verdict_that_came_before_its_request_is_not_forgotten() {
        // Given a request that is restored from a backup after its verdict was heard
        services.away("/screenings");
        String id = Customers.ask(customer, "ACCESS").path("requestId");
        Database.column("INSERT INTO verdict VALUES (?, 1, 'ALLOW', 'RULES', '1', '{}', now())", id);

        // Then
        awaitStatus(id, "FULFILLING");
    }

    @Test
    void a_decision_that_nobody_was_asked_for_is_parked() {
        String id = Customers.ask(customer, "ACCESS").path("requestId");

        Facts.verdict(id, 2, Verdict.ALLOW, DecidedBy.HUMAN);

        await().untilAsserted(
                        () -> assertThat(Database.column("SELECT reason FROM parked_event WHERE event_key = ?", id))
                                .hasSize(1));
        Customers.read(customer, id).then().body("status", equalTo("SCREENING"));
    }

    private List<JsonNode> screenings(String id) {
        return services
                .calls(
                        "/screenings",
                        call -> call.body().path("screeningId").asText().equals(id))
                .stream()
                .map(OtherServices.Call::body)
                .toList();
    }

    private void awaitStatus(String id, String status) {
        awaitStatus(customer, id, status);
    }

    private static void awaitStatus(String customer, String id, String status) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Customers.read(customer, id).then().body("status", equalTo(status)));
    }
}
