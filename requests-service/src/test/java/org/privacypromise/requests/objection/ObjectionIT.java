package org.privacypromise.requests.objection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.VerificationConcluded.Outcome;
import org.privacypromise.events.VerificationConcluded.Purpose;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Facts;
import org.privacypromise.requests.OtherServices;

/** Somebody wants nothing advertised. */
@QuarkusTest
class ObjectionIT {

    OtherServices services;

    @AfterEach
    void the_others_are_back() {
        services.reset();
    }

    @Test
    void a_customers_no_is_heeded_at_once_and_answered_when_it_is() {
        String customer = Customers.newCustomer();

        String id = Customers.ask(customer, "MARKETING_OBJECTION").path("requestId");

        await().until(() -> "ANSWERED".equals(Customers.read(customer, id).path("status")));
        assertThat(told(id)).hasSize(1);
        assertThat(told(id).getFirst().path("customerId").asText()).isEqualTo(customer);
        assertThat(services.calls(
                        "/screenings",
                        call -> id.equals(call.body().path("screeningId").asText())))
                .isEmpty();
        await().untilAsserted(() -> assertThat(services.mailsAbout(id))
                .extracting(mail -> mail.path("subject").asText())
                .contains("We have done what you asked"));
    }

    @Test
    void it_is_not_answered_before_preferences_have_confirmed_it() {
        services.away("/objections");
        String customer = Customers.newCustomer();
        String id = Customers.ask(customer, "MARKETING_OBJECTION").path("requestId");
        await().until(() -> told(id).size() >= 2);
        Customers.read(customer, id).then().body("status", equalTo("FULFILLING"));

        services.reset();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> "ANSWERED".equals(Customers.read(customer, id).path("status")));
    }

    @Test
    void an_address_that_somebody_typed_is_enough_and_is_not_kept() {
        services.away("/contact-refs");
        Response asked = given().contentType(ContentType.JSON)
                .body(
                        "{\"rights\":[\"MARKETING_OBJECTION\"],\"contactPoint\":{\"kind\":\"EMAIL\",\"value\":\"jo.doe@example.org\"}}")
                .post("/requests");
        asked.then().statusCode(202).body("status", equalTo("FULFILLING"));
        UUID id = UUID.fromString(asked.path("requestId"));
        assertThat(Database.column(
                        "SELECT encode(contact, 'escape') FROM marketing_objection WHERE request_id = ?", id))
                .hasSize(1)
                .noneMatch(stored -> stored.contains("example"));

        services.reset();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> "ANSWERED"
                        .equals(Customers.readWithKey(asked.path("trackingKey"), id.toString())
                                .path("status")));
        assertThat(told(id.toString()).getFirst().path("contactRef").asText()).isEqualTo("1.typed");
        assertThat(Database.column(
                        "SELECT 1 FROM marketing_objection WHERE request_id = ? AND contact IS NOT NULL", id))
                .isEmpty();
        assertThat(services.mailsAbout(id.toString())).isEmpty();
    }

    @Test
    void a_typed_address_is_good_for_that_and_for_nothing_else() {
        for (String rights : List.of("\"ACCESS\"", "\"MARKETING_OBJECTION\",\"ERASURE\"")) {
            given().contentType(ContentType.JSON)
                    .body("{\"rights\":[" + rights
                            + "],\"contactPoint\":{\"kind\":\"EMAIL\",\"value\":\"jo@example.org\"}}")
                    .post("/requests")
                    .then()
                    .statusCode(401);
        }
        Response wrong = given().contentType(ContentType.JSON)
                .body(
                        "{\"rights\":[\"MARKETING_OBJECTION\"],\"contactPoint\":{\"kind\":\"EMAIL\",\"value\":\"jo-at-example\"}}")
                .post("/requests");
        wrong.then().statusCode(422).body("errors[0].pointer", equalTo("/contactPoint/value"));
        assertThat(wrong.asString()).doesNotContain("jo-at-example");
    }

    @Test
    void a_guests_no_needs_no_right_code() {
        String verification = Facts.newVerification();
        String ref = Facts.newContactRef();
        Response asked = given().contentType(ContentType.JSON)
                .body("{\"rights\":[\"MARKETING_OBJECTION\",\"ACCESS\"],\"verificationId\":\"" + verification + "\"}")
                .post("/requests");
        asked.then().statusCode(202);

        Facts.ended(verification, ref, Purpose.ACCESS_REQUEST, Outcome.FAILED);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> "ANSWERED"
                        .equals(Customers.readWithKey(asked.path("trackingKey"), asked.path("requestId"))
                                .path("status")));
        assertThat(told(asked.path("requestId")).getFirst().path("contactRef").asText())
                .isEqualTo(ref);
        Customers.readWithKey(asked.path("trackingKey"), asked.path("together[0].requestId"))
                .then()
                .body("status", equalTo("LAPSED"));
    }

    private List<JsonNode> told(String id) {
        return services.calls("/objections/" + id, call -> true).stream()
                .map(OtherServices.Call::body)
                .toList();
    }
}
