package org.privacypromise.fraudcheck;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.privacypromise.teststack.Tokens;

/** Calls the service as another service or as a person would. */
public final class Caller {

    private Caller() {}

    public static Tokens token() {
        return Tokens.forService("fraud-check-service");
    }

    public static RequestSpecification as(String role) {
        return given().auth().oauth2(token().role(role).sign());
    }

    public static ValidatableResponse screen(String id, String subject, Map<String, String> signals) {
        return as("service")
                .contentType("application/json")
                .body(Map.of("screeningId", id, "subject", subject, "signals", signals))
                .post("/screenings")
                .then();
    }

    /** The verdict on something new. */
    public static String verdict(String subject, Map<String, String> signals) {
        return screen(id(), subject, signals).statusCode(200).extract().path("verdict");
    }

    public static ValidatableResponse decide(String id, String verdict, String reason) {
        return as("fraud-analyst")
                .contentType("application/json")
                .body(Map.of("verdict", verdict, "reason", reason))
                .post("/reviews/{id}/decision", id)
                .then();
    }

    public static String id() {
        return UUID.randomUUID().toString();
    }

    /** An address of a network of its own, so that no test counts for another. */
    public static String ip() {
        var random = ThreadLocalRandom.current();
        return "2001:db8:%x:%x::1".formatted(random.nextInt(0x10000), random.nextInt(0x10000));
    }

    public static String contactRef() {
        return "1." + UUID.randomUUID().toString().replace("-", "").substring(0, 21) + "A";
    }

    /** Names and values in turn. */
    public static Map<String, String> signals(String... namesAndValues) {
        Map<String, String> signals = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            signals.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return signals;
    }
}
