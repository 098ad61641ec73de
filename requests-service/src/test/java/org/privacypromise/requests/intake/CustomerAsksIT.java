package org.privacypromise.requests.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacypromise.events.EventType;
import org.privacypromise.events.RequestReceived;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.OtherServices;
import org.privacypromise.requests.Together;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.Tokens;

@QuarkusTest
class CustomerAsksIT {

    OtherServices services;

    private final String customer = Customers.newCustomer();

    @Test
    void a_request_is_taken_in_with_its_due_date_and_how_that_is_found() {
        // When
        Response asked = Customers.ask(customer, "ACCESS");

        // Then
        String today = LocalDate.now(ZoneId.of("Europe/London")).toString();
        Response deadline = given().queryParam("received", today).get("/deadlines");
        asked.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("requestId", notNullValue())
                .body("status", equalTo("SCREENING"))
                .body("rights", equalTo(List.of("ACCESS")))
                .body("channel", equalTo("SIGNED_IN"))
                .body("regime", equalTo("UK_GDPR"))
                .body("place", equalTo("GB-ENG"))
                .body("dueDate", equalTo(deadline.path("dueDate")))
                .body("derivation", equalTo(deadline.path("derivation")))
                .body("next", containsString("nothing for you to do"))
                .body("trackingKey", nullValue());
        String id = asked.path("requestId");
        RequestReceived told = KafkaProbe.awaitEvent(
                EventType.REQUEST_RECEIVED, RequestReceived.class, id, event -> event.version() == 1);
        assertThat(told.dueDate()).isEqualTo(asked.<String>path("dueDate"));
        assertThat(told.rights()).containsExactly(RequestReceived.Right.ACCESS);
    }

    @Test
    void the_customer_is_told_by_mail_so_that_nobody_asks_in_their_name() {
        String id = Customers.ask(customer, "ERASURE").path("requestId");

        await().untilAsserted(() -> assertThat(services.mailsAbout(id)).hasSize(1));
        JsonNode mail = services.mailsAbout(id).getFirst();
        assertThat(mail.path("customerId").asText()).isEqualTo(customer);
        assertThat(mail.has("verificationId")).isFalse();
        assertThat(mail.path("subject").asText()).isEqualTo("We have your request");
        assertThat(mail.path("text").asText())
                .contains("the erasure of your data", "If it was not you")
                .doesNotContain("{");
    }

    @Test
    void asking_again_is_answered_with_the_same_request_and_the_same_due_date() {
        Response first = Customers.ask(customer, "ACCESS");
        Response again = Customers.ask(customer, "ACCESS");
        Response another = Customers.ask(customer, "ERASURE");

        again.then()
                .statusCode(200)
                .body("requestId", equalTo(first.path("requestId")))
                .body("receivedAt", equalTo(first.path("receivedAt")))
                .body("dueDate", equalTo(first.path("dueDate")));
        another.then().statusCode(201).body("requestId", not(equalTo(first.path("requestId"))));
        Customers.as(customer)
                .get("/requests")
                .then()
                .statusCode(200)
                .body("requestId", equalTo(List.of(another.path("requestId"), first.path("requestId"))));
    }

    @Test
    void asking_fifty_times_at_once_makes_one_request() throws Exception {
        List<Response> answers = Together.times(50, () -> Customers.ask(customer, "ACCESS"));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(49);
        assertThat(answers.stream()
                        .map(answer -> answer.<String>path("requestId"))
                        .distinct())
                .hasSize(1);
        assertThat(answers.stream()
                        .map(answer -> answer.<String>path("dueDate"))
                        .distinct())
                .hasSize(1);
        assertThat(Database.column("SELECT id FROM request WHERE customer_id = ?", customer))
                .hasSize(1);
    }

    @Test
    void after_it_was_taken_back_the_same_can_be_asked_again() {
        String first = Customers.ask(customer, "ACCESS").path("requestId");
        Customers.as(customer)
                .delete("/requests/" + first)
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
        Customers.as(customer).delete("/requests/" + first).then().statusCode(200);

        Customers.ask(customer, "ACCESS").then().statusCode(201).body("requestId", not(equalTo(first)));
    }

    @Test
    void an_old_or_weak_sign_in_has_to_be_renewed() {
        for (String token : List.of(
                Customers.token(customer, Duration.ofMinutes(6), "1"),
                Customers.token(customer, Duration.ofMinutes(1), "0"),
                Customers.token(customer, Duration.ofMinutes(1), ""))) {
            given().auth()
                    .oauth2(token)
                    .contentType(ContentType.JSON)
                    .body("{\"rights\":[\"ACCESS\"]}")
                    .post("/requests")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header(
                            "WWW-Authenticate",
                            "Bearer error=\"insufficient_user_authentication\", acr_values=\"1\", max_age=\"300\"")
                    .body("type", equalTo("urn:privacy-promise:problem:step-up-required"));
        }
        // Looking at one's requests needs less.
        given().auth()
                .oauth2(Customers.token(customer, Duration.ofHours(2), "0"))
                .get("/requests")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
        given().auth()
                .oauth2(Customers.token(customer, Duration.ofMinutes(4), "1"))
                .contentType(ContentType.JSON)
                .body("{\"rights\":[\"ACCESS\"]}")
                .post("/requests")
                .then()
                .statusCode(201);
    }

    @Test
    void tokens_that_are_not_for_this_are_refused() {
        assertRefused(
                401, "sign-in-required", Tokens.forService("identity-service").customer(customer));
        assertRefused(401, "sign-in-required", service().customer(customer).type("ID"));
        assertRefused(401, "sign-in-required", service().customer(customer).expired());
        assertRefused(401, "sign-in-required", service().customer(customer).signedByAnother());
        assertRefused(403, "not-linked", service().role("customer"));
        assertRefused(403, "not-allowed", service().system("orders"));
        assertRefused(403, "not-allowed", service().role("privacy-team"));
    }

    private static Tokens service() {
        return Tokens.forService("requests-service").claim("acr", "1");
    }

    private static void assertRefused(int status, String type, Tokens token) {
        Response asked = given().auth()
                .oauth2(token.sign())
                .contentType(ContentType.JSON)
                .body("{\"rights\":[\"ACCESS\"],\"verificationId\":\"v-1\"}")
                .post("/requests");
        asked.then().statusCode(status).body("type", equalTo("urn:privacy-promise:problem:" + type));
        given().auth().oauth2(token.sign()).get("/requests").then().statusCode(status);
        given().auth()
                .oauth2(token.sign())
                .get("/requests/" + UUID.randomUUID())
                .then()
                .statusCode(status);
        given().auth()
                .oauth2(token.sign())
                .post("/requests/" + UUID.randomUUID() + "/sign-in")
                .then()
                .statusCode(status);
    }

    @Test
    void without_a_token_a_verification_is_needed() {
        given().contentType(ContentType.JSON)
                .body("{\"rights\":[\"ACCESS\"]}")
                .post("/requests")
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:privacy-promise:problem:sign-in-required"));
        given().get("/requests").then().statusCode(401);
        given().get("/requests/" + UUID.randomUUID()).then().statusCode(401);
        given().delete("/requests/" + UUID.randomUUID()).then().statusCode(401);
        given().post("/requests/" + UUID.randomUUID() + "/sign-in").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\":\"ANSWERED\"",
                "\"dueDate\":\"2030-01-01\"",
                "\"customerId\":\"c-2\"",
                "\"channel\":\"GUEST\"",
                "\"receivedAt\":\"2020-01-01T00:00:00Z\"",
                "\"verified\":true",
            })
    void nobody_sets_what_is_ours_to_say(String field) {
        post("{\"rights\":[\"ACCESS\"]," + field + "}")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:privacy-promise:problem:unknown-field"))
                .body("detail", equalTo("Known fields here: contactPoint, place, rights, verificationId."));
        assertThat(Database.column("SELECT id FROM request WHERE customer_id = ?", customer))
                .isEmpty();
    }

    @Test
    void what_cannot_be_asked_is_said_by_field() {
        post("{}").then().statusCode(422).body("errors[0].pointer", equalTo("/rights"));
        post("{\"rights\":[]}").then().statusCode(422).body("errors[0].pointer", equalTo("/rights"));
        post("{\"rights\":[\"ACCESS\",\"ACCESS\"]}")
                .then()
                .statusCode(422)
                .body("errors[0].detail", equalTo("each right once"));
        post("{\"rights\":[\"ACCESS\",\"COMPLAINT\"],\"place\":\"IE\"}")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:privacy-promise:problem:right-not-given"))
                .body("detail", containsString("RECTIFICATION"));
        post("{\"rights\":[\"MARKETING_OBJECTION\"],\"contactPoint\":{\"kind\":\"EMAIL\",\"value\":\"a@example.org\"}}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/contactPoint"));
        post("{\"rights\":[\"UNKNOWN\"]}").then().statusCode(400).body("type", containsString("malformed-request"));
        post("{\"rights\":[\"ACCESS\"],\"place\":\"GB-XXX\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/place"))
                .body("errors[0].detail", containsString("GB-SCT"));
        post("{\"rights\":[\"ACCESS\"],\"verificationId\":\"v-1\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/verificationId"));
        post("{\"rights\":[\"ACCESS\"],\"rights\":[\"ERASURE\"]}").then().statusCode(400);
        post("[]").then().statusCode(400);
        post("").then().statusCode(greaterThanOrEqualTo(400));
        assertThat(Database.column("SELECT id FROM request WHERE customer_id = ?", customer))
                .isEmpty();
    }

    @Test
    void another_place_has_another_law_and_calendar() {
        post("{\"rights\":[\"ACCESS\"],\"place\":\"US-CA\"}")
                .then()
                .statusCode(201)
                .body("regime", equalTo("CCPA"))
                .body(
                        "dueDate",
                        equalTo(LocalDate.now(ZoneId.of("America/Los_Angeles"))
                                .plusDays(45)
                                .toString()));
    }

    @Test
    void to_everybody_else_a_request_does_not_exist() {
        String id = Customers.ask(customer, "ACCESS").path("requestId");
        String another = Customers.newCustomer();

        String foreign =
                Customers.read(another, id).then().statusCode(404).extract().asString();
        for (Response unknown : Stream.of(UUID.randomUUID().toString(), "1", "x%0a", "%27--")
                .map(missing -> Customers.read(another, missing))
                .toList()) {
            unknown.then().statusCode(404);
            assertThat(unknown.asString()).isEqualTo(foreign);
        }
        Customers.as(another).delete("/requests/" + id).then().statusCode(404);
        Customers.as(another).post("/requests/" + id + "/sign-in").then().statusCode(404);
        Customers.readWithKey("guess", id).then().statusCode(404);
        Customers.read(customer, id).then().statusCode(200).body("status", not(equalTo("WITHDRAWN")));
    }

    private Response post(String body) {
        return Customers.as(customer).contentType(ContentType.JSON).body(body).post("/requests");
    }
}
