package org.privacypromise.requests.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.EventType;
import org.privacypromise.events.RequestStatusChanged;
import org.privacypromise.events.VerificationConcluded.Outcome;
import org.privacypromise.events.VerificationConcluded.Purpose;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Facts;
import org.privacypromise.requests.OtherServices;
import org.privacypromise.requests.Together;
import org.privacypromise.teststack.KafkaProbe;

@QuarkusTest
class GuestAsksIT {

    OtherServices services;

    private final String verification = Facts.newVerification();

    @AfterEach
    void the_others_are_back() {
        services.reset();
    }

    @Test
    void the_clock_starts_before_anything_is_proven() {
        Response asked = Customers.askAsGuest(verification, "ACCESS");

        asked.then()
                .statusCode(202)
                .body("status", equalTo("AWAITING_VERIFICATION"))
                .body("channel", equalTo("GUEST"))
                .body("dueDate", notNullValue())
                .body("trackingKey", notNullValue())
                .body("next", containsString("code"));
        see(asked)
                .then()
                .statusCode(200)
                .body("trackingKey", nullValue())
                .body("dueDate", equalTo(asked.path("dueDate")));
    }

    @Test
    void a_mailbox_that_is_no_customers_is_enough_for_what_is_known_by_it() {
        // Given
        Response asked = Customers.askAsGuest(verification, "ACCESS");
        String id = asked.path("requestId");

        // When
        Facts.verified(verification, Purpose.ACCESS_REQUEST);

        // Then
        awaitStatus(asked, "SCREENING").then().body("dueDate", equalTo(asked.path("dueDate")));
        await().untilAsserted(() -> assertThat(services.mailsAbout(id)).hasSize(1));
        JsonNode mail = services.mailsAbout(id).getFirst();
        assertThat(mail.path("verificationId").asText()).isEqualTo(verification);
        assertThat(mail.has("customerId")).isFalse();
        assertThat(mail.path("text").asText()).contains("tracking key");
        RequestStatusChanged told = KafkaProbe.awaitEvent(
                EventType.REQUEST_STATUS_CHANGED,
                RequestStatusChanged.class,
                id,
                event -> event.status() == RequestStatusChanged.Status.SCREENING);
        assertThat(told.version()).isEqualTo(2);
    }

    @Test
    void it_does_not_matter_which_of_the_two_is_heard_of_first() {
        // Given
        Facts.verified(verification, Purpose.ERASURE_REQUEST);
        awaitKnown(verification);

        // When
        Response asked = Customers.askAsGuest(verification, "ERASURE");

        // Then
        asked.then().statusCode(202).body("status", equalTo("SCREENING")).body("trackingKey", notNullValue());
        await().untilAsserted(() ->
                assertThat(services.mailsAbout(asked.path("requestId"))).hasSize(1));
    }

    @Test
    void a_customers_mailbox_does_not_open_the_account() {
        // Given
        String customer = Customers.newCustomer();
        Response asked = Customers.askAsGuest(verification, "ACCESS");
        String id = asked.path("requestId");

        // When
        Facts.verified(verification, Purpose.ACCESS_REQUEST, customer, Customers.newCustomer());

        // Then
        awaitStatus(asked, "AWAITING_SIGN_IN").then().body("next", containsString("Sign in"));
        await().untilAsserted(() -> assertThat(services.mailsAbout(id)).hasSize(1));
        assertThat(services.mailsAbout(id).getFirst().path("text").asText())
                .contains("Its time has been running since", asked.path("dueDate"));
        Customers.read(customer, id).then().statusCode(404);

        // When somebody else, and then the customer signs in
        Customers.as(Customers.newCustomer())
                .post("/requests/" + id + "/sign-in")
                .then()
                .statusCode(404);
        Response goesOn = Customers.as(customer).post("/requests/" + id + "/sign-in");

        // Then
        goesOn.then()
                .statusCode(200)
                .body("requestId", equalTo(id))
                .body("status", equalTo("SCREENING"))
                .body("receivedAt", equalTo(asked.path("receivedAt")))
                .body("dueDate", equalTo(asked.path("dueDate")));
        Customers.as(customer).post("/requests/" + id + "/sign-in").then().statusCode(200);
        Customers.read(customer, id).then().statusCode(200);
        see(asked).then().statusCode(404);
        Customers.askAsGuest(verification, "ACCESS")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:privacy-promise:problem:verification-used"));
        Customers.ask(customer, "ACCESS").then().statusCode(200).body("requestId", equalTo(id));
    }

    @Test
    void an_old_sign_in_is_not_enough_to_go_on() {
        String customer = Customers.newCustomer();
        Response asked = Customers.askAsGuest(verification, "ACCESS");
        Facts.verified(verification, Purpose.ACCESS_REQUEST, customer);
        awaitStatus(asked, "AWAITING_SIGN_IN");

        given().auth()
                .oauth2(Customers.token(customer, Duration.ofMinutes(10), "1"))
                .post("/requests/" + asked.path("requestId") + "/sign-in")
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:privacy-promise:problem:step-up-required"));
        see(asked).then().body("status", equalTo("AWAITING_SIGN_IN"));
    }

    @Test
    void a_verification_is_for_one_request() {
        Response asked = Customers.askAsGuest(verification, "ACCESS");

        Customers.askAsGuest(verification, "ACCESS")
                .then()
                .statusCode(202)
                .body("requestId", equalTo(asked.path("requestId")))
                .body("dueDate", equalTo(asked.path("dueDate")))
                .body("trackingKey", nullValue());
        Customers.askAsGuest(verification, "ERASURE")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:privacy-promise:problem:verification-used"));
    }

    @Test
    void asking_with_one_verification_fifty_times_at_once_makes_one_request() throws Exception {
        List<Response> answers = Together.times(50, () -> Customers.askAsGuest(verification, "ACCESS"));

        assertThat(answers).extracting(Response::statusCode).containsOnly(202);
        assertThat(answers.stream()
                        .map(answer -> answer.<String>path("requestId"))
                        .distinct())
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.path("trackingKey") != null))
                .hasSize(1);
    }

    @Test
    void a_verification_for_something_else_proves_nothing() {
        // Known before
        Facts.verified(verification, Purpose.PACKAGE_DOWNLOAD);
        awaitKnown(verification);
        Customers.askAsGuest(verification, "ACCESS")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:privacy-promise:problem:verification-for-another-purpose"));
        assertThat(Database.column("SELECT id FROM request WHERE verification_id = ?", verification))
                .isEmpty();

        // Heard of later
        String another = Facts.newVerification();
        Response asked = Customers.askAsGuest(another, "ERASURE");
        Facts.verified(another, Purpose.ACCESS_REQUEST);
        awaitStatus(asked, "LAPSED");

        // Bound to another request
        String bound = Facts.newVerification();
        Response elsewhere = Customers.askAsGuest(bound, "ACCESS");
        Facts.verified(
                bound,
                Facts.newContactRef(),
                Purpose.ACCESS_REQUEST,
                UUID.randomUUID().toString());
        awaitStatus(elsewhere, "LAPSED");
    }

    @Test
    void a_verification_that_failed_proves_nothing() {
        Facts.ended(verification, Facts.newContactRef(), Purpose.ACCESS_REQUEST, Outcome.FAILED);
        awaitKnown(verification);
        Customers.askAsGuest(verification, "ACCESS")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:privacy-promise:problem:not-verified"));

        String another = Facts.newVerification();
        Response asked = Customers.askAsGuest(another, "ACCESS");
        Facts.ended(another, Facts.newContactRef(), Purpose.ACCESS_REQUEST, Outcome.FAILED);
        awaitStatus(asked, "LAPSED");
    }

    @Test
    void a_code_that_ran_out_of_time_can_be_made_good_by_another_for_the_same_mailbox() {
        // Given
        String contactRef = Facts.newContactRef();
        Response asked = Customers.askAsGuest(verification, "ACCESS");
        String id = asked.path("requestId");
        Facts.ended(verification, contactRef, Purpose.ACCESS_REQUEST, Outcome.EXPIRED);
        awaitKnown(verification);

        // It waits for a day
        see(asked).then().body("status", equalTo("AWAITING_VERIFICATION"));

        // When somebody verifies another mailbox for this request
        String strange = Facts.newVerification();
        Facts.verified(strange, Facts.newContactRef(), Purpose.ACCESS_REQUEST, id);
        awaitKnown(strange);

        // Then it proves nothing
        see(asked).then().body("status", equalTo("AWAITING_VERIFICATION"));

        // When
        String second = Facts.newVerification();
        Facts.verified(second, contactRef, Purpose.ACCESS_REQUEST, id);

        // Then
        awaitStatus(asked, "SCREENING").then().body("dueDate", equalTo(asked.path("dueDate")));
        await().untilAsserted(() -> assertThat(services.mailsAbout(id)).hasSize(1));
        assertThat(services.mailsAbout(id).getFirst().path("verificationId").asText())
                .isEqualTo(second);
    }

    @Test
    void a_code_that_ran_out_of_time_without_another_one_ends_the_request() {
        Response asked = Customers.askAsGuest(verification, "ACCESS");
        Facts.ended(verification, Facts.newContactRef(), Purpose.ACCESS_REQUEST, Outcome.EXPIRED);
        awaitKnown(verification);

        // When a day is over
        Database.column(
                "UPDATE verification SET concluded_at = concluded_at - interval '24 hours' WHERE id = ?", verification);
        Database.column(
                "UPDATE request SET changed_at = changed_at - interval '24 hours' WHERE verification_id = ?",
                verification);

        awaitStatus(asked, "LAPSED");
        assertThat(Database.column(
                        "SELECT 1 FROM screening WHERE request_id = ? AND ip_address IS NOT NULL",
                        UUID.fromString(asked.path("requestId"))))
                .isEmpty();
    }

    @Test
    void what_nobody_proves_lapses_and_leaves_nothing_about_where_it_came_from() {
        // Given
        Response asked = Customers.askAsGuest(verification, "ACCESS");
        UUID id = UUID.fromString(asked.path("requestId"));
        assertThat(Database.column("SELECT 1 FROM screening WHERE request_id = ? AND ip_address IS NOT NULL", id))
                .hasSize(1);

        // When thirty days have passed
        Database.column("UPDATE request SET changed_at = changed_at - interval '30 days' WHERE id = ?", id);

        // Then
        awaitStatus(asked, "LAPSED").then().body("next", containsString("ask again"));
        assertThat(Database.column("SELECT 1 FROM screening WHERE request_id = ? AND ip_address IS NOT NULL", id))
                .isEmpty();
        assertThat(Database.column("SELECT event FROM request_history WHERE request_id = ? ORDER BY version", id))
                .containsExactly("Received", "ProofMissing");

        // And a proof that comes after all changes nothing
        Facts.verified(verification, Purpose.ACCESS_REQUEST);
        awaitKnown(verification);
        see(asked).then().body("status", equalTo("LAPSED"));
        assertThat(services.mailsAbout(id.toString())).isEmpty();
    }

    @Test
    void a_guest_takes_a_request_back_with_the_key_and_not_without() {
        Response asked = Customers.askAsGuest(verification, "ACCESS");
        String id = asked.path("requestId");

        Customers.withKey("x".repeat(43)).delete("/requests/" + id).then().statusCode(404);
        Customers.withKey(asked.path("trackingKey"))
                .delete("/requests/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));

        // What is heard later changes nothing, and stops nothing
        Facts.verified(verification, Purpose.ACCESS_REQUEST);
        awaitKnown(verification);
        see(asked).then().body("status", equalTo("WITHDRAWN"));
        assertThat(Database.column("SELECT event_key FROM parked_event WHERE event_key = ?", verification))
                .isEmpty();
    }

    @Test
    void the_key_of_one_request_opens_no_other() {
        Response one = Customers.askAsGuest(verification, "ACCESS");
        Response other = Customers.askAsGuest(Facts.newVerification(), "ACCESS");

        Customers.readWithKey(one.path("trackingKey"), other.path("requestId"))
                .then()
                .statusCode(404);
        assertThat(Database.column("SELECT encode(tracking_key_hash, 'escape') FROM request"))
                .noneMatch(stored -> stored != null && stored.contains(one.path("trackingKey")));
    }

    @Test
    void the_same_news_twice_has_one_effect() {
        Response asked = Customers.askAsGuest(verification, "ACCESS");
        String contactRef = Facts.newContactRef();
        Facts.verified(verification, contactRef, Purpose.ACCESS_REQUEST, null);
        awaitStatus(asked, "SCREENING");
        Facts.verified(verification, contactRef, Purpose.ACCESS_REQUEST, null);
        String marker = Facts.newVerification();
        Facts.verified(marker, Purpose.ACCESS_REQUEST);
        awaitKnown(marker);

        see(asked).then().body("status", not(equalTo("LAPSED")));
        assertThat(Database.column(
                        "SELECT kind FROM notice WHERE request_id = ?", UUID.fromString(asked.path("requestId"))))
                .containsExactly("RECEIVED");
    }

    private static Response see(Response asked) {
        return Customers.readWithKey(asked.path("trackingKey"), asked.path("requestId"));
    }

    private static Response awaitStatus(Response asked, String status) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> see(asked), seen -> status.equals(seen.path("status")));
    }

    private static void awaitKnown(String verification) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !Database.column("SELECT 1 FROM verification WHERE id = ?", verification)
                        .isEmpty());
    }
}
