package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.privacypromise.teststack.Tokens;

/** "Tell me when it is back": one message for one request. */
@QuarkusTest
class AlertsIT {

    private final String customer = "c-" + UUID.randomUUID();
    private final String product = "p-" + UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    @Test
    void a_customer_asks_sees_it_and_cancels_it() {
        // When
        Response asked = ask(customer, "email");

        // Then
        asked.then().statusCode(201).body("product", equalTo(product)).body("brand", equalTo("main"));
        assertThat(Duration.between(Instant.parse(asked.path("askedAt")), Instant.parse(asked.path("expiresAt"))))
                .isEqualTo(Duration.ofDays(180));
        ask(customer, "email").then().statusCode(200).body("alertId", equalTo(asked.path("alertId")));
        as(customer).get("/alerts").then().body("alertId", equalTo(List.of(asked.<String>path("alertId"))));

        // When
        as(customer).delete("/alerts/" + asked.path("alertId")).then().statusCode(204);

        // Then
        as(customer).get("/alerts").then().body("", empty());
        fulfil("k1", 10).then().body("alerts", empty());
        as(customer).delete("/alerts/" + asked.path("alertId")).then().statusCode(404);
    }

    @Test
    void it_comes_though_the_customer_wants_no_marketing() {
        // Given
        ask(customer, "push");
        as(customer)
                .contentType("application/json")
                .body("{\"allowed\": false, \"language\": \"en\"}")
                .put("/preferences/everything")
                .then()
                .statusCode(200);

        // Then
        fulfil("k1", 10)
                .then()
                .statusCode(200)
                .body("alerts.customerId", equalTo(List.of(customer)))
                .body("alerts[0].channel", equalTo("push"))
                .body("more", equalTo(false));
    }

    @Test
    void each_is_handed_over_once_and_again_only_to_whom_it_was_handed() {
        // Given
        ask(customer, "email");

        // When
        Response first = fulfil("k1", 10);

        // Then
        first.then().body("alerts.size()", equalTo(1));
        assertThat(fulfil("k1", 10).asString()).isEqualTo(first.asString());
        fulfil("k2", 10).then().body("alerts", empty());
        as(customer).get("/alerts").then().body("", empty());
        ask(customer, "email").then().statusCode(201);
    }

    @Test
    void many_systems_at_once_tell_nobody_twice_and_forget_nobody() throws Exception {
        // Given
        List<String> customers =
                IntStream.range(0, 30).mapToObj(i -> "c-" + UUID.randomUUID()).toList();
        customers.forEach(one -> ask(one, "email").then().statusCode(201));

        // When
        List<String> told = new ArrayList<>();
        try (var systems = Executors.newFixedThreadPool(6)) {
            systems.invokeAll(IntStream.range(0, 12)
                            .<Callable<List<String>>>mapToObj(
                                    i -> () -> fulfil("k" + i, 5).path("alerts.customerId"))
                            .toList())
                    .forEach(answer -> told.addAll(answer.resultNow()));
        }
        for (int i = 0; i < 6; i++) {
            told.addAll(fulfil("rest" + i, 5).path("alerts.customerId"));
        }

        // Then
        assertThat(told).containsExactlyInAnyOrderElementsOf(customers);
    }

    @Test
    void an_alert_that_is_over_is_not_sent_and_can_be_asked_for_again() throws SQLException {
        // Given
        ask(customer, "email");
        try (var connection = database.getConnection();
                var over = connection.prepareStatement(
                        "UPDATE stock_alert SET expires_at = now() - interval '1 second' WHERE product = ?")) {
            over.setString(1, product);
            assertThat(over.executeUpdate()).isEqualTo(1);
        }

        // Then
        fulfil("k1", 10).then().body("alerts", empty());
        as(customer).get("/alerts").then().body("", empty());
        ask(customer, "email").then().statusCode(201);
        fulfil("k2", 10).then().body("alerts.size()", equalTo(1));
    }

    @Test
    void nobody_reads_cancels_or_claims_what_is_not_theirs() {
        String alert = ask(customer, "email").path("alertId");

        as("c-stranger").delete("/alerts/" + alert).then().statusCode(404);
        as("c-stranger").get("/alerts").then().body("", empty());
        as(customer)
                .contentType("application/json")
                .header("Idempotency-Key", "k")
                .body("{\"product\": \"" + product + "\"}")
                .post("/alerts/fulfilments")
                .then()
                .statusCode(403);
        given().get("/alerts").then().statusCode(401);
        system().contentType("application/json")
                .body("{\"product\": \"" + product + "\"}")
                .post("/alerts/fulfilments")
                .then()
                .statusCode(400);
        system().get("/alerts").then().statusCode(403);
        ask(customer, "post").then().statusCode(422).body("type", endsWith(":no-such-alert"));
    }

    private Response ask(String who, String channel) {
        return as(who).contentType("application/json")
                .body("{\"product\": \"%s\", \"channel\": \"%s\"}".formatted(product, channel))
                .post("/alerts");
    }

    private Response fulfil(String key, int limit) {
        return system().contentType("application/json")
                .header("Idempotency-Key", product + "." + key)
                .body("{\"product\": \"%s\", \"limit\": %d}".formatted(product, limit))
                .post("/alerts/fulfilments");
    }

    private static RequestSpecification system() {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("marketing")
                        .sign());
    }

    private static RequestSpecification as(String customerId) {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .customer(customerId)
                        .sign());
    }
}
