package org.privacypromise.teststack;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Every endpoint of a service, called by every sort of caller. A test says who may call which, and is told of endpoints
 * about which it says nothing: what the API description has is made from the resource classes, so a new one fails until
 * somebody has thought about it.
 */
public final class AccessMatrix {

    /** Whoever comes, with or without a token. */
    public static final String ANYONE = "anyone";

    private static final String CUSTOMER = "customer";
    private static final List<String> ROLES = List.of(
            CUSTOMER,
            "privacy-team",
            "privacy-lead",
            "auditor",
            "customer-care",
            "fraud-analyst",
            "operator",
            "system",
            "service",
            "checkout");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final Set<String> WITH_BODY = Set.of("PUT", "POST", "PATCH");

    private final String service;
    private final Map<String, Set<String>> allowed = new TreeMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> contentTypes = new HashMap<>();

    private AccessMatrix(String service) {
        this.service = service;
    }

    /** @param service as tokens name it in their audience */
    public static AccessMatrix of(String service) {
        // What every service has of the outbox.
        return new AccessMatrix(service)
                .may("GET /parked-events", "operator")
                .may("POST /parked-events/{id}/replay", "operator")
                .may("DELETE /parked-events/{id}", "operator");
    }

    /** @param endpoint such as {@code GET /requests/{id}} */
    public AccessMatrix may(String endpoint, String... roles) {
        allowed.put(endpoint, Set.of(roles));
        return this;
    }

    /** What stands for a parameter of a path; something of another customer's, so that it is seen to be refused. */
    public AccessMatrix where(String parameter, String another) {
        ids.put(parameter, another);
        return this;
    }

    /** What an endpoint reads, if it is not JSON. */
    public AccessMatrix reads(String endpoint, String contentType) {
        contentTypes.put(endpoint, contentType);
        return this;
    }

    /** Fails if the service has an endpoint of which nothing was said, or lacks one. */
    public void requireNoGap(URL description) {
        Map<String, Map<String, Object>> paths = given().queryParam("format", "json")
                .get(description)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("paths");
        Set<String> endpoints = new TreeSet<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(METHODS::contains)
                .forEach(method -> endpoints.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        assertThat(allowed.keySet())
                .as("the endpoints that the test classifies")
                .isEqualTo(endpoints);
    }

    /** One for each endpoint and sort of caller. */
    public Stream<DynamicTest> tests() {
        return allowed.entrySet().stream().flatMap(line -> testsOf(line.getKey(), line.getValue()));
    }

    private Stream<DynamicTest> testsOf(String endpoint, Set<String> may) {
        if (may.contains(ANYONE)) {
            return Stream.of(
                    test(endpoint, "nobody in particular", given(), 0), test(endpoint, "a customer", customer(), 0));
        }
        String right = may.iterator().next();
        Stream<DynamicTest> roles = ROLES.stream()
                .map(role -> test(
                        endpoint,
                        "somebody with the role " + role,
                        role.equals(CUSTOMER) ? customer() : as(token(service, role)),
                        may.contains(role) ? expectedOfRight(endpoint, role) : 403));
        return Stream.concat(
                roles,
                Stream.of(
                        test(endpoint, "nobody in particular", given(), 401),
                        test(endpoint, "somebody without a role", as(Tokens.forService(service)), 403),
                        test(endpoint, "the right role for another service", as(token("another-service", right)), 401),
                        test(endpoint, "an ID token", as(token(service, right).type("ID")), 401),
                        test(
                                endpoint,
                                "an expired token",
                                as(token(service, right).expired()),
                                401),
                        test(
                                endpoint,
                                "a forged token",
                                as(token(service, right).signedByAnother()),
                                401),
                        test(
                                endpoint,
                                "another issuer's token",
                                as(token(service, right).issuer("https://elsewhere.example.com")),
                                401)));
    }

    /** What is another customer's does not exist for a customer. */
    private int expectedOfRight(String endpoint, String role) {
        return role.equals(CUSTOMER) && ids.keySet().stream().anyMatch(id -> endpoint.contains("{" + id + "}"))
                ? 404
                : 0;
    }

    /** @param expected 0 for whatever shows that the caller was let in */
    private DynamicTest test(String endpoint, String caller, RequestSpecification request, int expected) {
        return DynamicTest.dynamicTest(endpoint + " by " + caller, () -> {
            Response answer = call(endpoint, request);
            if (expected == 0) {
                assertThat(answer.statusCode()).isNotIn(401, 405).isLessThan(500);
                if (answer.statusCode() == 403) {
                    // Let in, and then told that their account cannot do this: a problem of the endpoint's own.
                    assertThat(answer.asString()).contains("\"type\"").doesNotContain(":not-allowed\"");
                }
            } else {
                assertThat(answer.statusCode()).isEqualTo(expected);
            }
        });
    }

    private Response call(String endpoint, RequestSpecification request) {
        String[] methodAndPath = endpoint.split(" ", 2);
        String path = methodAndPath[1];
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        if (WITH_BODY.contains(methodAndPath[0])) {
            String contentType = contentTypes.getOrDefault(endpoint, "application/json");
            // REST-assured encodes forms from texts only, and what it does not know from bytes only.
            request.contentType(contentType);
            request = contentType.contains("form") ? request.body("{}") : request.body("{}".getBytes(US_ASCII));
        }
        return request.request(methodAndPath[0], path.replaceAll("\\{[^}]*}", "1"));
    }

    private RequestSpecification customer() {
        return as(Tokens.forService(service).customer("c-" + UUID.randomUUID()));
    }

    private static RequestSpecification as(Tokens token) {
        return given().auth().oauth2(token.sign());
    }

    private static Tokens token(String service, String role) {
        Tokens tokens = Tokens.forService(service);
        return role.equals(CUSTOMER) ? tokens.customer("c-" + UUID.randomUUID()) : tokens.role(role);
    }
}
