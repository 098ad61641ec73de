package org.privacypromise.requests.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.VerificationConcluded.Purpose;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Facts;
import org.privacypromise.requests.OtherServices;

/** Somebody asks for several things in one go. */
@QuarkusTest
class SeveralRightsIT {

    OtherServices services;

    private final String customer = Customers.newCustomer();
    private final String verification = Facts.newVerification();

    @Test
    void each_right_becomes_a_request_of_its_own_and_one_mail_names_all() {
        // When
        Response asked = ask("ACCESS", "RECTIFICATION", "RESTRICTION");

        // Then
        asked.then()
                .statusCode(201)
                .body("rights", equalTo(List.of("ACCESS")))
                .body("together.right", containsInAnyOrder("RECTIFICATION", "RESTRICTION"))
                .body("together.dueDate", hasSize(2));
        String other = asked.path("together[0].requestId");
        Customers.read(customer, other)
                .then()
                .statusCode(200)
                .body(
                        "together.requestId",
                        containsInAnyOrder(
                                asked.<String>path("requestId"), asked.<String>path("together[1].requestId")));
        Customers.as(customer).get("/requests").then().body("$", hasSize(3)).body("together.flatten()", hasSize(6));
        await().untilAsserted(() ->
                assertThat(services.mailsAbout(asked.path("requestId"))).hasSize(1));
        assertThat(services.mailsAbout(asked.path("requestId"))
                        .getFirst()
                        .path("text")
                        .asText())
                .contains("a copy of your data", "the correction of your data", "a stop to the use of your data");
        assertThat(services.mailsAbout(other)).isEmpty();
    }

    @Test
    void one_is_taken_back_and_the_others_go_on() {
        Response asked = ask("ACCESS", "PORTABILITY");

        Customers.as(customer)
                .delete("/requests/" + asked.path("requestId"))
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("together.status", contains("SCREENING"));
    }

    @Test
    void what_is_open_already_is_folded_and_the_rest_is_new() {
        String first = ask("ACCESS").path("requestId");

        ask("ACCESS", "ERASURE")
                .then()
                .statusCode(201)
                .body("requestId", equalTo(first))
                .body("together.right", contains("ERASURE"));
        ask("ERASURE", "ACCESS").then().statusCode(200);
    }

    @Test
    void what_has_a_content_of_its_own_each_time_is_not_folded() {
        String first = ask("RECTIFICATION").path("requestId");

        Response second = ask("RECTIFICATION");

        second.then().statusCode(201);
        assertThat(second.<String>path("requestId")).isNotEqualTo(first);
    }

    @Test
    void one_verification_serves_all_that_a_guest_asks() {
        // Given
        Response asked = askAsGuest("ACCESS", "ERASURE");
        asked.then().statusCode(202).body("trackingKey", notNullValue()).body("together.right", contains("ERASURE"));
        String other = asked.path("together[0].requestId");

        // When
        Facts.verified(verification, Purpose.RIGHTS_REQUEST);

        // Then
        awaitStatus(asked.path("trackingKey"), asked.path("requestId"), "SCREENING");
        awaitStatus(asked.path("trackingKey"), other, "SCREENING");
        await().untilAsserted(() ->
                assertThat(services.mailsAbout(asked.path("requestId"))).hasSize(1));
        assertThat(services.mailsAbout(other)).isEmpty();
        askAsGuest("ERASURE", "ACCESS").then().statusCode(202).body("requestId", equalTo(other));
        askAsGuest("ERASURE").then().statusCode(409);
    }

    @Test
    void a_code_for_a_copy_erases_nothing() {
        Response asked = askAsGuest("ACCESS", "ERASURE");

        Facts.verified(verification, Purpose.ACCESS_REQUEST);

        awaitStatus(asked.path("trackingKey"), asked.path("requestId"), "LAPSED");
        awaitStatus(asked.path("trackingKey"), asked.path("together[0].requestId"), "LAPSED");
    }

    @Test
    void signing_in_takes_over_all_that_was_asked_in_one_go() {
        // Given
        Response asked = askAsGuest("ACCESS", "RESTRICTION");
        String other = asked.path("together[0].requestId");
        Facts.verified(verification, Purpose.RIGHTS_REQUEST, customer);
        awaitStatus(asked.path("trackingKey"), other, "AWAITING_SIGN_IN");

        // When
        Customers.as(customer)
                .post("/requests/" + other + "/sign-in")
                .then()
                .statusCode(200)
                .body("requestId", equalTo(other));

        // Then
        Customers.read(customer, asked.path("requestId"))
                .then()
                .body("status", equalTo("SCREENING"))
                .body("together.status", contains("SCREENING"));
    }

    @Test
    void a_request_that_a_stranger_makes_in_somebodys_name_neither_blocks_nor_delays_nor_approves_their_own() {
        // Given a stranger who types the customer's address, and cannot read the mail
        Response strange = askAsGuest("ERASURE");
        Facts.verified(verification, Facts.newContactRef(), Purpose.ERASURE_REQUEST, null, customer);
        awaitStatus(strange.path("trackingKey"), strange.path("requestId"), "AWAITING_SIGN_IN");

        // When
        Response own = ask("ERASURE");

        // Then
        own.then().statusCode(201).body("status", equalTo("SCREENING")).body("together", empty());
        assertThat(own.<String>path("requestId")).isNotEqualTo(strange.path("requestId"));
        assertThat(Database.column("SELECT received_at FROM request WHERE id = ?::uuid", own.<String>path("requestId")))
                .isNotEqualTo(Database.column(
                        "SELECT received_at FROM request WHERE id = ?::uuid", strange.<String>path("requestId")));
        Customers.readWithKey(strange.path("trackingKey"), strange.path("requestId"))
                .then()
                .body("status", equalTo("AWAITING_SIGN_IN"));
        Customers.readWithKey(strange.path("trackingKey"), own.path("requestId"))
                .then()
                .statusCode(404);
    }

    @Test
    void whoever_asks_is_written_to_in_their_language() {
        String id = given().auth()
                .oauth2(Customers.token(customer))
                .header("Accept-Language", "de-AT, en;q=0.5")
                .contentType(ContentType.JSON)
                .body(rights("ACCESS"))
                .post("/requests")
                .path("requestId");

        await().untilAsserted(() -> assertThat(services.mailsAbout(id)).hasSize(1));
        assertThat(services.mailsAbout(id).getFirst().path("subject").asText()).isEqualTo("Wir haben deinen Antrag");
        assertThat(services.mailsAbout(id).getFirst().path("text").asText()).contains("eine Kopie deiner Daten");
    }

    private Response ask(String... rights) {
        return Customers.as(customer)
                .contentType(ContentType.JSON)
                .body(rights(rights))
                .post("/requests");
    }

    private Response askAsGuest(String... rights) {
        return given().contentType(ContentType.JSON)
                .body(rights(rights).replace("}", ",\"verificationId\":\"" + verification + "\"}"))
                .post("/requests");
    }

    private static String rights(String... rights) {
        return "{\"rights\":[\"" + String.join("\",\"", rights) + "\"]}";
    }

    private static void awaitStatus(String trackingKey, String id, String status) {
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        status.equals(Customers.readWithKey(trackingKey, id).path("status")));
    }
}
