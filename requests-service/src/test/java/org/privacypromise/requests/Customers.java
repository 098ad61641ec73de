package org.privacypromise.requests;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.privacypromise.teststack.Tokens;

/** People who ask for something of their data, as they call this service. */
public final class Customers {

    private Customers() {}

    public static String newCustomer() {
        return "c-" + UUID.randomUUID();
    }

    /** Freshly signed in. */
    public static String token(String customer) {
        return token(customer, Duration.ZERO, "1");
    }

    /** Good in everything but that the sign-in was this long ago, and of this strength. */
    public static String token(String customer, Duration ago, String acr) {
        return Tokens.forService("requests-service")
                .customer(customer)
                .claim("acr", acr)
                .signedInAt(Instant.now().minus(ago))
                .sign();
    }

    public static RequestSpecification as(String customer) {
        return given().auth().oauth2(token(customer));
    }

    public static RequestSpecification withKey(String trackingKey) {
        return given().header("Tracking-Key", trackingKey);
    }

    public static Response ask(String customer, String right) {
        return as(customer)
                .contentType(ContentType.JSON)
                .body("{\"rights\":[\"%s\"]}".formatted(right))
                .post("/requests");
    }

    public static Response askAsGuest(String verificationId, String right) {
        return given().contentType(ContentType.JSON)
                .body("{\"rights\":[\"%s\"],\"verificationId\":\"%s\"}".formatted(right, verificationId))
                .post("/requests");
    }

    public static Response read(String customer, String requestId) {
        return as(customer).get("/requests/" + requestId);
    }

    public static Response readWithKey(String trackingKey, String requestId) {
        return withKey(trackingKey).get("/requests/" + requestId);
    }
}
