package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.privacypromise.teststack.Tokens;

/** A client that is not sure whether its call arrived, and repeats it. */
@QuarkusTest
class IdempotencyIT {

    private final String customer = "c-" + UUID.randomUUID();
    private final String key = "k-" + UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    @Test
    void a_repeated_call_gets_the_first_answer_though_things_have_changed_since() {
        // Given
        Response first = change("storefront", key, true, null);
        first.then().statusCode(200).header("ETag", "\"2\"");
        change("storefront", null, false, null).then().statusCode(200).body("version", equalTo(3));

        // When
        Response again = change("storefront", "\"" + key + "\"", true, null);

        // Then
        again.then().statusCode(200).header("ETag", "\"2\"").contentType("application/json");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(version()).isEqualTo(3);
    }

    @Test
    void a_repetition_counts_before_the_precondition_that_the_first_call_has_made_untrue() {
        change("storefront", key, true, "\"0\"").then().statusCode(200);
        change("storefront", key, true, "\"0\"").then().statusCode(200).body("version", equalTo(2));
    }

    @Test
    void the_same_key_for_something_else_is_refused() {
        change("storefront", key, true, null).then().statusCode(200);
        change("storefront", key, false, null).then().statusCode(422).body("type", endsWith(":idempotency-key-reused"));
        given().auth()
                .oauth2(token("storefront"))
                .header("Idempotency-Key", key)
                .delete("/preferences/everything")
                .then()
                .statusCode(422);
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void another_client_s_and_another_customer_s_keys_are_their_own() {
        change("storefront", key, true, null).then().statusCode(200);
        change("mobile-app", key, false, null).then().statusCode(200).body("version", equalTo(3));
    }

    @Test
    void a_call_that_was_refused_is_not_remembered() {
        change("storefront", key, true, "\"7\"").then().statusCode(412);
        change("storefront", key, true, null).then().statusCode(200);
    }

    @Test
    void a_key_that_cannot_be_read_is_refused_before_anything_is_done() {
        for (String bad : new String[] {"\"half", "with space", "x".repeat(101), "\"a\";b"}) {
            change("storefront", bad, true, null).then().statusCode(400).body("type", endsWith(":malformed-request"));
        }
        assertThat(version()).isEqualTo(0);
    }

    @Test
    void many_at_once_have_one_effect() throws Exception {
        // When
        try (var clients = Executors.newFixedThreadPool(10)) {
            var answers = clients.invokeAll(IntStream.range(0, 50)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> change("storefront", key, true, null).statusCode())
                    .toList());

            // Then
            assertThat(answers)
                    .extracting(answer -> answer.resultNow())
                    .contains(200)
                    .containsOnly(200, 409);
        }
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void the_same_call_while_it_is_being_answered_is_told_so() throws Exception {
        // Given somebody who answers it
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement(
                        "SELECT pg_advisory_xact_lock(hashtextextended('storefront/c:' || ? || '/' || ?, 11))")) {
            connection.setAutoCommit(false);
            lock.setString(1, customer);
            lock.setString(2, key);
            lock.execute();

            // Then
            change("storefront", key, true, null).then().statusCode(409).body("type", endsWith(":call-in-flight"));
            connection.rollback();
        }
        change("storefront", key, true, null).then().statusCode(200);
    }

    @Test
    void after_a_day_the_key_is_free_again() throws SQLException {
        // Given
        change("storefront", key, true, null).then().statusCode(200);
        try (var connection = database.getConnection();
                var older = connection.prepareStatement(
                        "UPDATE answered_call SET answered_at = answered_at - interval '24 hours 1 second' WHERE key = ?")) {
            older.setString(1, key);
            assertThat(older.executeUpdate()).isEqualTo(1);
        }

        // Then
        change("storefront", key, false, null).then().statusCode(200).body("version", equalTo(3));
    }

    @Test
    void nobody_says_when_they_decided() {
        given().auth()
                .oauth2(token("storefront"))
                .contentType("application/json")
                .body(ChoicesIT.body(ChoicesIT.notice(), "marketing-main", "email", "main", true)
                        .replace("\"allowed\"", "\"at\": \"2030-01-01T00:00:00Z\", \"allowed\""))
                .patch("/preferences")
                .then()
                .statusCode(400)
                .body("type", endsWith(":unknown-field"));
        assertThat(version()).isEqualTo(0);
    }

    private Response change(String client, String idempotencyKey, boolean allowed, String ifMatch) {
        var request = given().auth()
                .oauth2(token(client))
                .contentType("application/json")
                .body(ChoicesIT.body(ChoicesIT.notice(), "marketing-main", "email", "main", allowed));
        if (idempotencyKey != null) {
            request = request.header("Idempotency-Key", idempotencyKey);
        }
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch("/preferences");
    }

    private int version() {
        return given().auth().oauth2(token("storefront")).get("/preferences").path("version");
    }

    private String token(String client) {
        return Tokens.forService("preferences-service")
                .customer(customer)
                .client(client)
                .sign();
    }
}
