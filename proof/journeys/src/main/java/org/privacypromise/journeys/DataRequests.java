package org.privacypromise.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.privacypromise.local.LocalStack;

/** requests-service and the verification in front of it, as a person's browser calls them from one address. */
final class DataRequests {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final LocalStack stack;
    private final Origin origin;

    DataRequests(LocalStack stack, Origin origin) {
        this.stack = stack;
        this.origin = origin;
    }

    /** Asks as a customer who is signed in. */
    Response submit(Storefront customer, String right) {
        return from(customer.asCustomer())
                .body(Map.of("rights", List.of(right)))
                .post(requests());
    }

    /** Asks as a guest who will prove, or has proven, to control a contact point. */
    Response submitAsGuest(String verificationId, String right) {
        return from(given())
                .body(Map.of("verificationId", verificationId, "rights", List.of(right)))
                .post(requests());
    }

    Response signIn(Storefront customer, String requestId) {
        return from(customer.asCustomer()).post(requests() + "/" + requestId + "/sign-in");
    }

    Response withdraw(Storefront customer, String requestId) {
        return from(customer.asCustomer()).delete(requests() + "/" + requestId);
    }

    Response view(Storefront customer, String requestId) {
        return from(customer.asCustomer()).get(requests() + "/" + requestId);
    }

    /** Who of the staff did what with the customer's requests. */
    Response accessLog(Storefront customer) {
        return from(customer.asCustomer()).get(stack.url("requests") + "/access-log");
    }

    Response viewAsGuest(String trackingKey, String requestId) {
        return from(given()).header("Tracking-Key", trackingKey).get(requests() + "/" + requestId);
    }

    /** Waits until the customer sees the request there. */
    JsonPath awaitStatus(Storefront customer, String requestId, String status) {
        return await(status, () -> view(customer, requestId));
    }

    JsonPath awaitStatusAsGuest(String trackingKey, String requestId, String status) {
        return await(status, () -> viewAsGuest(trackingKey, requestId));
    }

    private static JsonPath await(String status, Callable<Response> look) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(java.io.IOException.class)
                .until(() -> look.call().jsonPath(), view -> status.equals(view.getString("status")));
    }

    Response download(Storefront customer, String requestId) {
        return from(customer.asCustomer()).get(requests() + "/" + requestId + "/package");
    }

    Response downloadAsGuest(String token, String verificationId) {
        return from(given())
                .body(Map.of("token", token, "verificationId", verificationId))
                .post(stack.url("requests") + "/packages");
    }

    /** Asks again while the verification is still on its way. */
    Response awaitDownloadAsGuest(String token, String verificationId) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> downloadAsGuest(token, verificationId), answer -> answer.statusCode() != 409);
    }

    Response startVerification(String email, String purpose) {
        return startVerification(Map.of("contactPoint", mailbox(email), "purpose", purpose));
    }

    Response startVerification(String email, String purpose, String requestId) {
        return startVerification(Map.of("contactPoint", mailbox(email), "purpose", purpose, "requestId", requestId));
    }

    private Response startVerification(Map<String, Object> body) {
        return from(given()).body(body).post(stack.url("identity") + "/verifications");
    }

    private static Map<String, String> mailbox(String email) {
        return Map.of("kind", "EMAIL", "value", email);
    }

    Response answer(String verificationId, String code) {
        return from(given())
                .body(Map.of("code", code))
                .post(stack.url("identity") + "/verifications/" + verificationId + "/answer");
    }

    /** Starts a verification, reads the code from the mailbox and answers it. */
    String verify(Mailbox mailbox, String purpose, String requestId) {
        int before = mailbox.size();
        Response started = startVerification(mailbox.email(), purpose, requestId);
        assertThat(started.statusCode()).isEqualTo(202);
        String id = started.path("verificationId");
        assertThat(answer(id, mailbox.awaitCode(before)).statusCode()).isEqualTo(200);
        return id;
    }

    private RequestSpecification from(RequestSpecification request) {
        return request.header(origin.header(), origin.address()).contentType("application/json");
    }

    private String requests() {
        return stack.url("requests") + "/requests";
    }

    /** The way to a due date, as the person reads it. */
    static String derivation(Response request) {
        return request.jsonPath().<Map<String, Object>>getList("derivation").stream()
                .map(step -> "%s: %s".formatted(step.get("date"), step.get("because")))
                .collect(Collectors.joining("; "));
    }
}
