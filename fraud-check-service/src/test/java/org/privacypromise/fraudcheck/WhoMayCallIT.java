package org.privacypromise.fraudcheck;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.privacypromise.teststack.Tokens;

/** Every endpoint that the API description has, for every sort of caller there is: none is forgotten. */
@QuarkusTest
class WhoMayCallIT {

    private static final Set<String> ROLES = Set.of(
            "customer", "privacy-team", "customer-care", "fraud-analyst", "operator", "system", "service", "checkout");

    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "POST /screenings", Set.of("service"),
            "GET /screenings", Set.of("fraud-analyst"),
            "GET /screenings/{id}", Set.of("fraud-analyst"),
            "GET /reviews", Set.of("fraud-analyst"),
            "POST /reviews/{screeningId}/decision", Set.of("fraud-analyst"),
            "GET /rules", Set.of("fraud-analyst"),
            "POST /rules/check", Set.of("fraud-analyst", "operator"),
            "GET /public-sources", Set.of("fraud-analyst"),
            "GET /screening-grounds", Set.of("fraud-analyst"));

    private static final Map<String, Set<String>> OF_THE_OUTBOX = Map.of(
            "GET /parked-events", Set.of("operator"),
            "POST /parked-events/{id}/replay", Set.of("operator"),
            "DELETE /parked-events/{id}", Set.of("operator"));

    @TestHTTPResource(value = "/openapi", management = true)
    URL description;

    @Test
    void every_endpoint_says_who_may_call_it() {
        Map<String, Set<String>> said = new TreeMap<>(ALLOWED);
        said.putAll(OF_THE_OUTBOX);

        assertThat(endpoints()).isEqualTo(said.keySet());
    }

    @TestFactory
    Stream<DynamicTest> nobody_else_may() {
        List<DynamicTest> tests = new ArrayList<>();
        Stream.concat(ALLOWED.entrySet().stream(), OF_THE_OUTBOX.entrySet().stream())
                .forEach(endpoint -> {
                    for (String role : ROLES) {
                        boolean allowed = endpoint.getValue().contains(role);
                        tests.add(test(endpoint.getKey(), role, token().role(role), allowed ? 0 : 403));
                    }
                    String right = endpoint.getValue().iterator().next();
                    tests.add(test(endpoint.getKey(), "a person without role", token(), 403));
                    tests.add(test(
                            endpoint.getKey(),
                            "the right role for another service",
                            Tokens.forService("identity-service").role(right),
                            401));
                    tests.add(test(
                            endpoint.getKey(),
                            "an ID token",
                            token().role(right).type("ID"),
                            401));
                    tests.add(test(
                            endpoint.getKey(),
                            "an expired token",
                            token().role(right).expired(),
                            401));
                    tests.add(test(
                            endpoint.getKey(),
                            "a forged token",
                            token().role(right).signedByAnother(),
                            401));
                    tests.add(DynamicTest.dynamicTest(
                            endpoint.getKey() + " by nobody",
                            () -> assertThat(status(endpoint.getKey(), given())).isEqualTo(401)));
                });
        return tests.stream();
    }

    /** @param expected 0 for whatever is neither 401 nor 403 */
    private static DynamicTest test(String endpoint, String caller, Tokens token, int expected) {
        return DynamicTest.dynamicTest(endpoint + " by " + caller, () -> {
            int status = status(endpoint, given().auth().oauth2(token.sign()));
            if (expected == 0) {
                assertThat(status).isNotIn(401, 403).isLessThan(500);
            } else {
                assertThat(status).isEqualTo(expected);
            }
        });
    }

    private static int status(String endpoint, RequestSpecification caller) {
        String[] methodAndPath = endpoint.split(" ", 2);
        RequestSpecification request = methodAndPath[0].equals("POST")
                ? caller.contentType(endpoint.endsWith("/check") ? "text/yaml" : "application/json")
                        .body((endpoint.endsWith("/check") ? "x" : "{}").getBytes(StandardCharsets.UTF_8))
                : caller;
        return request.request(methodAndPath[0], methodAndPath[1].replaceAll("\\{[^}]*}", "1"))
                .statusCode();
    }

    private Set<String> endpoints() {
        Map<String, Map<String, Object>> paths = given().queryParam("format", "json")
                .get(description)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("paths");
        Set<String> endpoints = new TreeSet<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(Set.of("get", "put", "post", "delete", "patch", "head", "options")::contains)
                .forEach(method -> endpoints.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return endpoints;
    }

    private static Tokens token() {
        return Tokens.forService("fraud-check-service");
    }
}
