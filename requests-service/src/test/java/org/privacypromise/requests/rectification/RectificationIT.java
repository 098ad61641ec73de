package org.privacypromise.requests.rectification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Desk;
import org.privacypromise.requests.OtherServices;
import org.privacypromise.requests.Requested;
import org.privacypromise.requests.Systems;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.AdvanceRequest;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent;
import org.privacypromise.requests.lifecycle.step.Status;

@QuarkusTest
class RectificationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Requested requested;

    @Inject
    AdvanceRequest lifecycle;

    OtherServices others;

    private final String customer = Customers.newCustomer();

    @Test
    void what_is_right_is_checked_by_a_person_and_passed_on_to_whoever_holds_it() {
        // Given
        UUID request = requested.weighed(customer, Right.RECTIFICATION);
        give(customer, request, "user.payment").then().statusCode(200);
        assertThat(Database.column(
                        "SELECT encode(corrections, 'escape') FROM correction WHERE request_id = ?", request))
                .singleElement()
                .asString()
                .doesNotContain("Kingston");
        Desk.as("staff-1")
                .get("/desk/requests/{id}/corrections", request)
                .then()
                .statusCode(200)
                .body("corrections[0].new", equalTo("Kingston"));

        // When a person finds it right
        granted(request);

        // Then it is for people where no program can, and nobody else is asked
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Database.column(
                                "SELECT concat_ws(' ', system, operation, by_hand) FROM task WHERE request_id = ?",
                                request))
                        .containsExactly("orders RECTIFICATION t"));
        give(customer, request, "user.payment").then().statusCode(409);
        String task = Database.column("SELECT id::text FROM task WHERE request_id = ?", request)
                .getFirst();
        given().auth()
                .oauth2(Systems.token("orders"))
                .get("/tasks/{id}/corrections", task)
                .then()
                .statusCode(404);

        // When
        Desk.as("staff-1")
                .body("{\"outcome\":\"DONE\",\"told\":[\"payment-provider\"]}")
                .post("/desk/tasks/{id}/answer", task)
                .then()
                .statusCode(200);

        // Then
        await().atMost(PATIENCE).until(() -> requested.find(request).status() == Status.ANSWERED);
        await().atMost(PATIENCE)
                .until(() -> others.mailsAbout(request.toString()).stream()
                        .anyMatch(mail -> mail.path("subject").asText().startsWith("We have done")));
    }

    @Test
    void nobody_gives_or_reads_the_corrections_of_another() {
        UUID request = requested.weighed(customer, Right.RECTIFICATION);

        give(Customers.newCustomer(), request, "user.payment").then().statusCode(404);
        give(customer, request, "user.shoe_size").then().statusCode(422);
        give(customer, request, "user.payment").then().statusCode(200);
        Customers.as(Customers.newCustomer())
                .get("/requests/{id}/corrections", request)
                .then()
                .statusCode(404);
        Customers.as(customer)
                .get("/desk/requests/{id}/corrections", request)
                .then()
                .statusCode(403);
    }

    @Test
    void a_restriction_is_put_into_force_by_those_who_use_the_data() {
        UUID request = requested.by(customer, Right.RESTRICTION);
        for (String system : List.of("preferences", "fraud-check")) {
            assertThat(Systems.awaitTask(system, request).operation()).isEqualTo(Operation.RESTRICTION);
            Systems.say(
                    system,
                    Systems.answer(
                            Systems.awaitTask(system, request), TaskAnswered.Outcome.DONE, null, List.of(), List.of()));
        }

        await().atMost(PATIENCE).until(() -> requested.find(request).status() == Status.ANSWERED);
        assertThat(Systems.tasks("orders", request)).isEmpty();
    }

    @Test
    void what_a_person_has_weighed_and_granted_needs_no_system() {
        UUID request = requested.by(customer, Right.OBJECTION);

        await().atMost(PATIENCE).until(() -> requested.find(request).status() == Status.ANSWERED);
        assertThat(Database.column("SELECT id FROM task WHERE request_id = ?", request))
                .isEmpty();
        assertThat(Database.column(
                        "SELECT count(*) FROM request_history WHERE to_status = 'ANSWERED' AND request_id = ?",
                        request))
                .containsExactly("1");
    }

    private void granted(UUID request) {
        Requested.run(
                () -> Panache.withTransaction(() -> lifecycle.advance(request, new LifecycleEvent.ReviewAllowed())));
    }

    private static Response give(String customer, UUID request, String category) {
        return Customers.as(customer)
                .contentType(ContentType.JSON)
                .body("{\"corrections\":[{\"category\":\"" + category
                        + "\",\"field\":\"city\",\"old\":\"Kington\",\"new\":\"Kingston\"}]}")
                .put("/requests/{id}/corrections", request);
    }
}
