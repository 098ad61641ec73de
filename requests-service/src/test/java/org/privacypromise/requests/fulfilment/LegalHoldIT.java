package org.privacypromise.requests.fulfilment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Desk;
import org.privacypromise.requests.OtherServices;
import org.privacypromise.requests.Requested;
import org.privacypromise.requests.Systems;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.step.Status;

@QuarkusTest
class LegalHoldIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    Requested requested;

    @Inject
    ResumeHeld resume;

    OtherServices others;

    private final String customer = Customers.newCustomer();

    @Test
    void evidence_is_kept_the_person_is_told_so_and_it_goes_when_the_hold_is_lifted() {
        // Given a hold on what only one system has
        String hold = set("[\"user.payment\"]");
        confirm(hold, "staff-2", 200);
        UUID request = requested.by(customer, Right.ERASURE);

        // When all others have erased
        Systems.erase("marketing", request);
        Systems.erase("fraud-check", request);
        Systems.erase("preferences", request);
        for (String system : List.of("marketing", "fraud-check", "preferences")) {
            Systems.findNothing(system, request);
        }
        Systems.erase("identity", request);
        for (String system : List.of("marketing", "fraud-check", "preferences")) {
            await().atMost(PATIENCE)
                    .until(() -> Systems.tasks(system, request, Operation.PROBE).size() == 2);
            Systems.findNothing(system, request);
        }
        Systems.findNothing("identity", request);

        // Then it is no more than an answer in part, and says so
        await().atMost(PATIENCE).until(() -> requested.find(request).status() == Status.ANSWERED_IN_PART);
        assertThat(Systems.tasks("orders", request)).isEmpty();
        assertThat(others.mailsAbout(request.toString()).getLast().path("text").asText())
                .contains("Kept in: Orders. A court, an authority or a legal claim needs it");
        JsonPath view = Customers.read(customer, request.toString()).jsonPath();
        assertThat(view.getString("report.categories.find { it.key == 'user.payment' }.kept[0].retention"))
                .isEqualTo("legal-hold");

        // When it is lifted by two
        lift(hold, "staff-1", 200);
        Requested.run(resume::resumeFree);
        assertThat(Systems.tasks("orders", request)).isEmpty();
        lift(hold, "staff-1", 403);
        lift(hold, "staff-2", 200);
        Requested.run(resume::resumeFree);

        // Then the rest goes, too
        Systems.erase("orders", request);
        Systems.findNothing("orders", request);
        await().atMost(PATIENCE)
                .until(() -> Systems.tasks("orders", request, Operation.PROBE).size() == 2);
        Systems.findNothing("orders", request);
        await().atMost(PATIENCE).until(() -> requested.find(request).status() == Status.ANSWERED);
    }

    @Test
    void it_takes_two_persons_and_binds_until_the_second_is_found() {
        String hold = set("[]");

        confirm(hold, "staff-1", 403);
        UUID request = requested.by(customer, Right.ERASURE);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Database.column(
                                "SELECT DISTINCT state FROM task WHERE operation = 'ERASURE' AND request_id = ?",
                                request))
                        .containsExactly("HELD"));
        await().atMost(PATIENCE).until(() -> requested.find(request).status() == Status.ANSWERED_IN_PART);

        // When nobody confirms it in time
        Database.column("UPDATE legal_hold SET set_at = now() - interval '4 days' WHERE id = ?", UUID.fromString(hold));
        confirm(hold, "staff-2", 409);
        Requested.run(resume::resumeFree);

        // Then
        assertThat(Systems.awaitTask("orders", request).operation()).isEqualTo(Operation.ERASURE);
        assertThat(requested.find(request).status()).isEqualTo(Status.FULFILLING);
    }

    @Test
    void what_is_said_about_it_is_encrypted_and_read_by_the_privacy_team_only() {
        String hold = set("[]");

        assertThat(Database.column(
                        "SELECT encode(reason, 'escape') || encode(authority, 'escape') FROM legal_hold WHERE id = ?",
                        UUID.fromString(hold)))
                .singleElement()
                .asString()
                .doesNotContain("High Court", "claim");
        JsonPath open = Desk.as("staff-3").get("/desk/holds").jsonPath();
        assertThat(open.getString("find { it.holdId == '" + hold + "' }.authority"))
                .isEqualTo("High Court, 12/26");
        Customers.as(customer).get("/desk/holds").then().statusCode(403);
        given().get("/desk/holds").then().statusCode(401);
    }

    private String set(String categories) {
        return Desk.as("staff-1")
                .body("""
                        {"customerId":"%s","categories":%s,"reason":"A claim about an order","authority":"High Court, 12/26"}""".formatted(customer, categories))
                .post("/desk/holds")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("holdId");
    }

    private static void confirm(String hold, String staff, int status) {
        Desk.as(staff).post("/desk/holds/{id}/confirm", hold).then().statusCode(status);
    }

    private static void lift(String hold, String staff, int status) {
        Desk.as(staff).post("/desk/holds/{id}/lift", hold).then().statusCode(status);
    }
}
