package org.privacypromise.frame;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacypromise.teststack.OidcResource;
import org.privacypromise.teststack.PostgreSqlResource;
import org.privacypromise.teststack.Tokens;

@QuarkusTest
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(PostgreSqlResource.class)
class ServiceFrameIT {

    private static final String SERVICE = "frame-service";

    @Test
    void a_good_request_is_answered() {
        post("{\"reference\":\"r\",\"lines\":[{\"text\":\"a\",\"times\":1}]}")
                .statusCode(200)
                .body("lines[0].text", equalTo("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"reference\":", "not json", "[1,2", "{} {}"})
    void broken_json_is_a_malformed_request(String body) {
        problem(post(body), 400, "malformed-request");
    }

    @Test
    void an_unknown_field_is_refused_and_the_known_ones_are_named() {
        problem(post("{\"anna@example.org\":1}"), 400, "unknown-field")
                .body("detail", containsString("lines, reference"))
                .body(not(containsString("anna@example.org")));
    }

    @Test
    void a_field_that_stands_twice_is_refused() {
        problem(post("{\"reference\":\"a\",\"reference\":\"b\"}"), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1.5", "null", "true", "{}", "99999999999"})
    void a_value_of_the_wrong_type_is_refused_and_its_place_named(String times) {
        problem(post("{\"lines\":[{\"text\":\"a\",\"times\":" + times + "}]}"), 400, "malformed-request")
                .body("errors[0].pointer", equalTo("/lines/0/times"));
    }

    @Test
    void json_nested_deep_enough_to_hurt_is_refused() {
        problem(post("[".repeat(5000)), 400, "malformed-request");
    }

    @Test
    void content_that_is_not_valid_names_each_fault() {
        problem(post("{\"lines\":[{\"text\":\" \",\"times\":0}]}"), 422, "invalid-content")
                .body("errors.pointer", equalTo(java.util.List.of("/lines/0/text", "/lines/0/times")));
    }

    @Test
    void another_content_type_is_refused() {
        problem(given().contentType("text/plain").body("hello").post("/echo").then(), 415, "unsupported-media-type");
    }

    @Test
    void a_body_of_ten_megabytes_is_refused_with_a_problem() {
        problem(post("{\"reference\":\"" + "x".repeat(10_000_000) + "\"}"), 413, "too-large");
    }

    @Test
    void an_address_that_is_not_there_is_a_problem_too() {
        problem(given().get("/nowhere").then(), 404, "not-found");
    }

    @Test
    void another_method_is_refused() {
        problem(given().delete("/echo").then(), 405, "method-not-allowed");
    }

    @Test
    void an_unexpected_fault_is_told_without_its_message_and_logged_without_it() {
        StringBuilder logged = new StringBuilder();
        Handler listener = listener(logged);
        Logger.getLogger("").addHandler(listener);
        try {
            problem(given().get("/echo/7").then(), 500, "internal-error").body(not(containsString("anna")));
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
        assertThat(logged.toString())
                .contains("java.lang.IllegalStateException")
                .doesNotContain("anna@example.org");
    }

    @Test
    void a_customer_is_known_by_the_customer_id_in_the_token() {
        me(Tokens.forService(SERVICE).customer("c-1")).statusCode(200).body(equalTo("c-1"));
    }

    @Test
    void without_a_token_nobody_is_let_in() {
        problem(given().get("/echo/me").then(), 401, "sign-in-required").header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void a_token_without_customer_id_is_told_how_to_get_one() {
        problem(me(Tokens.forService(SERVICE).role("customer")), 403, "not-linked");
    }

    @Test
    void a_token_without_the_role_is_not_enough() {
        problem(me(Tokens.forService(SERVICE).claim("customer_id", "c-1")), 403, "not-allowed");
    }

    @Test
    void tokens_of_another_audience_issuer_key_time_or_kind_are_refused() {
        problem(me(Tokens.forService("another-service").customer("c-1")), 401, "sign-in-required");
        problem(me(Tokens.forService(SERVICE).customer("c-1").issuer("https://elsewhere")), 401, "sign-in-required");
        problem(me(Tokens.forService(SERVICE).customer("c-1").signedByAnother()), 401, "sign-in-required");
        problem(me(Tokens.forService(SERVICE).customer("c-1").expired()), 401, "sign-in-required");
        problem(me(Tokens.forService(SERVICE).customer("c-1").type("ID")), 401, "sign-in-required");
        problem(
                given().auth()
                        .oauth2("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.")
                        .get("/echo/me")
                        .then(),
                401,
                "sign-in-required");
        problem(given().auth().oauth2("nonsense").get("/echo/me").then(), 401, "sign-in-required");
    }

    @Test
    void what_says_nothing_about_who_may_call_it_is_closed() {
        given().auth()
                .oauth2(Tokens.forService(SERVICE).customer("c-1").sign())
                .get("/echo/forgotten")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse me(Tokens token) {
        return given().auth().oauth2(token.sign()).get("/echo/me").then();
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json").body(body).post("/echo").then();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String type) {
        return response.statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", endsWith(":" + type))
                .body("title", not(blankOrNullString()))
                .body("detail", not(blankOrNullString()))
                .body("status", equalTo(status))
                .body(not(containsString("\tat ")));
    }

    private static Handler listener(StringBuilder logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.append(record.getMessage()).append(record.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
