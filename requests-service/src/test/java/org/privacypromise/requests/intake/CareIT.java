package org.privacypromise.requests.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.VerificationConcluded.Purpose;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Facts;
import org.privacypromise.requests.OtherServices;
import org.privacypromise.teststack.Tokens;

/** Customer care takes in what somebody asks on the telephone or by letter. */
@QuarkusTest
class CareIT {

    OtherServices services;

    private final String customer = Customers.newCustomer();
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

    @Test
    void the_clock_of_a_letter_starts_with_its_receipt_and_not_with_the_typing() {
        // When
        LocalDate received = today.minusDays(10);
        Response taken = take("{\"rights\":[\"ACCESS\"],\"way\":\"LETTER\",\"receivedOn\":\"" + received
                + "\",\"language\":\"fr\",\"customerId\":\"" + customer
                + "\",\"identifiedBy\":\"LETTER_FROM_KNOWN_ADDRESS\"}");

        // Then
        String due = given().queryParam("received", received.toString())
                .get("/deadlines")
                .path("dueDate");
        taken.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("channel", equalTo("LETTER"))
                .body("status", equalTo("SCREENING"))
                .body("dueDate", equalTo(due))
                .body("trackingKey", nullValue());
        String id = taken.path("requestId");
        Customers.read(customer, id).then().statusCode(200);
        await().untilAsserted(() -> assertThat(services.mailsAbout(id)).hasSize(1));
        assertThat(services.mailsAbout(id).getFirst().path("subject").asText()).isEqualTo("Nous avons votre demande");
        assertThat(Database.column("SELECT staff FROM request_history WHERE request_id = ?", UUID.fromString(id)))
                .containsExactly("care-1");
        assertThat(Database.column(
                        "SELECT encode(words, 'escape') FROM request_history WHERE request_id = ?",
                        UUID.fromString(id)))
                .hasSize(1)
                .noneMatch(words -> words.contains("letter of"));
    }

    @Test
    void who_was_not_identified_is_asked_to_sign_in_and_the_same_request_goes_on() {
        String id = take(call("\"identifiedBy\":\"NOT_YET\"")).path("requestId");
        Customers.read(customer, id).then().body("status", equalTo("AWAITING_SIGN_IN"));
        Customers.as(Customers.newCustomer())
                .post("/requests/" + id + "/sign-in")
                .then()
                .statusCode(404);

        Customers.as(customer)
                .post("/requests/" + id + "/sign-in")
                .then()
                .statusCode(200)
                .body("status", equalTo("SCREENING"));
        Customers.as(customer).post("/requests/" + id + "/sign-in").then().statusCode(200);
    }

    @Test
    void a_call_in_somebodys_name_does_not_stand_in_the_way_of_their_own_request() {
        for (String how : new String[] {"NOT_YET", "QUESTIONS_ANSWERED"}) {
            String someone = Customers.newCustomer();
            String called = take(call("\"identifiedBy\":\"" + how + "\"").replace(customer, someone))
                    .path("requestId");

            Response own = Customers.ask(someone, "ERASURE");

            own.then().statusCode(201);
            assertThat(own.<String>path("requestId")).isNotEqualTo(called);
        }
    }

    @Test
    void a_caller_who_asks_again_is_told_of_the_first() {
        String own = Customers.ask(customer, "ERASURE").path("requestId");

        take(call("\"identifiedBy\":\"CALLED_BACK\"")).then().statusCode(200).body("requestId", equalTo(own));
    }

    @Test
    void a_caller_without_an_account_proves_their_mailbox() {
        String verification = Facts.newVerification();
        Response taken =
                take("{\"rights\":[\"ERASURE\"],\"way\":\"CALL\",\"verificationId\":\"" + verification + "\"}");
        taken.then()
                .statusCode(201)
                .body("status", equalTo("AWAITING_VERIFICATION"))
                .body("trackingKey", nullValue());

        Facts.verified(verification, Purpose.ERASURE_REQUEST);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> Database.column(
                                "SELECT status FROM request WHERE id = ?", UUID.fromString(taken.path("requestId")))
                        .contains("SCREENING"));
    }

    @Test
    void it_takes_the_role_and_a_purpose() {
        String body = call("\"identifiedBy\":\"CALLED_BACK\"");
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/desk/requests")
                .then()
                .statusCode(401);
        for (String role : new String[] {"customer", "fraud-analyst", "operator", "system"}) {
            given().auth()
                    .oauth2(Tokens.forService("requests-service")
                            .subject("x")
                            .role(role)
                            .sign())
                    .header("X-Purpose", "a call")
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post("/desk/requests")
                    .then()
                    .statusCode(403);
        }
        for (String purpose : new String[] {"", "  a "}) {
            care().header("X-Purpose", purpose)
                    .body(body)
                    .post("/desk/requests")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:privacy-promise:problem:purpose-missing"));
        }
        assertThat(Database.column("SELECT id FROM request WHERE customer_id = ?", customer))
                .isEmpty();
    }

    @Test
    void what_cannot_be_is_said_by_field() {
        for (LocalDate day : new LocalDate[] {today.plusDays(2), today.minusDays(62)}) {
            take(call("\"identifiedBy\":\"CALLED_BACK\",\"receivedOn\":\"" + day + "\""))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/receivedOn"));
        }
        take("{\"rights\":[\"ACCESS\"],\"way\":\"CALL\"}").then().statusCode(422);
        take("{\"rights\":[\"ACCESS\"],\"way\":\"CALL\",\"customerId\":\"" + customer + "\"}")
                .then()
                .statusCode(422);
        take(call("\"identifiedBy\":\"CALLED_BACK\",\"staff\":\"somebody-else\""))
                .then()
                .statusCode(400);
    }

    private String call(String more) {
        return "{\"rights\":[\"ERASURE\"],\"way\":\"CALL\",\"customerId\":\"" + customer + "\"," + more + "}";
    }

    private static Response take(String body) {
        return care().header("X-Purpose", "letter of today").body(body).post("/desk/requests");
    }

    private static io.restassured.specification.RequestSpecification care() {
        return given().auth()
                .oauth2(Tokens.forService("requests-service")
                        .subject("care-1")
                        .role("customer-care")
                        .sign())
                .contentType(ContentType.JSON);
    }
}
