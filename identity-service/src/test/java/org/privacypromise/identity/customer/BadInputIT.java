package org.privacypromise.identity.customer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.privacypromise.identity.RealParts;
import org.privacypromise.teststack.Tokens;

@QuarkusTest
@RealParts
class BadInputIT {

    /** Endpoint to the role that it needs. */
    private static final Map<String, String> ENDPOINTS = Map.of(
            "POST /customers", "checkout",
            "POST /customers/by-contact-point", "customer-care",
            "GET /me", "customer",
            "POST /me/link", "customer");

    @TestFactory
    Stream<DynamicTest> nobody_gets_in_with_the_wrong_token() {
        return ENDPOINTS.entrySet().stream().flatMap(endpoint -> {
            String role = endpoint.getValue();
            String another = role.equals("customer") ? "checkout" : "customer";
            Map<String, Integer> expected = Map.of(
                    "",
                    401,
                    "garbage",
                    401,
                    good(role).expired().sign(),
                    401,
                    good(role).signedByAnother().sign(),
                    401,
                    good(role).issuer("https://elsewhere.example.com").sign(),
                    401,
                    good(role).type("ID").sign(),
                    401,
                    Tokens.forService("preferences-service").role(role).sign(),
                    401,
                    good("nobody").sign(),
                    403,
                    good(another).sign(),
                    403);
            return expected.entrySet().stream()
                    .map(token -> DynamicTest.dynamicTest(
                            endpoint.getKey() + " gives " + token.getValue(),
                            () -> call(endpoint.getKey(), token.getKey())
                                    .statusCode(token.getValue())
                                    .contentType("application/problem+json")));
        });
    }

    private static Tokens good(String role) {
        return Tokens.forService("identity-service").role(role);
    }

    private static ValidatableResponse call(String endpoint, String token) {
        String[] parts = endpoint.split(" ", 2);
        var request = given().contentType(ContentType.JSON);
        if (!token.isEmpty()) {
            request.auth().oauth2(token);
        }
        if (parts[0].equals("POST")) {
            request.body("{}");
        }
        return request.request(parts[0], parts[1]).then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | 400 | malformed-request",
                "[] | 400 | malformed-request",
                "\"text\" | 400 | malformed-request",
                "{} | 422 | invalid-content",
                "null | 422 | invalid-content",
                "{'purchaseReference':'r-1','contactPoints':[]} | 422 | invalid-content",
                "{'purchaseReference':'r-1','contactPoints':[null]} | 422 | invalid-content",
                "{'purchaseReference':'r-1','contactPoints':[{'kind':'EMAIL'}]} | 422 | invalid-content",
                "{'purchaseReference':'r-1','contactPoints':[{'kind':'FAX','value':'1'}]} | 400 | malformed-request",
                "{'purchaseReference':'r-1','contactPoints':[{'kind':'EMAIL','value':1}]} | 400 | malformed-request",
                "{'purchaseReference':'r-1','contactPoints':[{'kind':'EMAIL','value':['a@b.example']}]} | 400 | malformed-request",
                "{'purchaseReference':'r-1','contactPoints':[{'kind':'PHONE','value':'020 7946 0000'}]} | 422 | invalid-content",
                "{'purchaseReference':'secret@example.org','contactPoints':[{'kind':'EMAIL','value':'a@b.example'}]} | 422 | invalid-content",
                "{'purchaseReference':'r-1','contactPoints':[{'kind':'EMAIL','value':'a@b.example'}],'accountId':'../secret'} | 422 | invalid-content",
                "{'purchaseReference':'r-1','contactPoints':[{'kind':'EMAIL','value':'a@b.example'}],'customerId':'x'} | 400 | unknown-field",
                "{'purchaseReference':'r-1','contactPoints':[{'kind':'EMAIL','value':'a@b.example','verified':true}]} | 400 | unknown-field",
                "{'purchaseReference':'r-1','purchaseReference':'r-2','contactPoints':[]} | 400 | malformed-request",
                "{'purchaseReference':'r-1','contactPoints':[]} trailing | 400 | malformed-request",
            })
    void a_purchase_that_makes_no_sense_is_a_clear_problem(String body, int status, String type) {
        given().auth()
                .oauth2(Shop.checkout().sign())
                .contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post("/customers")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:privacy-promise:problem:" + type))
                .body(not(containsString("secret")))
                .body(not(containsString("org.privacypromise")))
                .body(not(containsString("Exception")));
    }

    @Test
    void too_many_contact_points_are_refused() {
        String[] emails = Stream.generate(Shop::newEmail).limit(11).toArray(String[]::new);

        Shop.buy(Shop.newReference(), emails)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/contactPoints"));
    }

    @Test
    void a_body_of_ten_megabytes_is_refused() {
        for (String path : List.of("/customers", "/me/link")) {
            given().auth()
                    .oauth2(good("customer").role("checkout").sign())
                    .contentType(ContentType.JSON)
                    .body("{\"linkToken\":\"" + "x".repeat(10_000_000) + "\"}")
                    .post(path)
                    .then()
                    .statusCode(413);
        }
    }

    @Test
    void another_content_type_is_refused() {
        given().auth()
                .oauth2(Shop.checkout().sign())
                .contentType("text/plain")
                .body("{}")
                .post("/customers")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void an_unknown_address_is_a_problem_too() {
        given().auth()
                .oauth2(Shop.checkout().sign())
                .get("/customers/00000000000000000000000000")
                .then()
                .statusCode(404);
    }
}
