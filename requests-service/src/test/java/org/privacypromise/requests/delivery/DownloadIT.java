package org.privacypromise.requests.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.VerificationConcluded.Purpose;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Facts;
import org.privacypromise.requests.OtherServices;
import org.privacypromise.requests.Requested;
import org.privacypromise.requests.Systems;
import org.privacypromise.requests.Together;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.step.Status;

@QuarkusTest
class DownloadIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PROBLEM = "urn:privacy-promise:problem:";
    private static final Pattern LINK = Pattern.compile("/your-data/([A-Za-z0-9_-]{43})");

    @Inject
    Requested requested;

    @Inject
    WritePackage write;

    @Inject
    DeliverPackage deliver;

    OtherServices others;

    private final String customer = Customers.newCustomer();

    @Test
    void three_downloads_at_the_most_however_parallel() throws Exception {
        UUID request = answered(requested.by(customer, Right.ACCESS));

        List<Integer> answers = Together.times(12, () -> get(customer, request).statusCode());

        assertThat(Collections.frequency(answers, 200)).isEqualTo(3);
        assertThat(answers).containsOnly(200, 410);
        get(customer, request).then().statusCode(410).body("type", equalTo(PROBLEM + "package-gone"));
    }

    @Test
    void only_the_customer_gets_it_and_only_after_a_fresh_sign_in() {
        UUID request = answered(requested.by(customer, Right.ACCESS));

        get(Customers.newCustomer(), request).then().statusCode(404).body("type", equalTo(PROBLEM + "not-found"));
        get(customer, UUID.randomUUID()).then().statusCode(404);
        given().get("/requests/{id}/package", request).then().statusCode(401);
        given().auth()
                .oauth2(Customers.token(customer, Duration.ofMinutes(6), "1"))
                .get("/requests/{id}/package", request)
                .then()
                .statusCode(401)
                .body("type", equalTo(PROBLEM + "step-up-required"));

        get(customer, request).then().statusCode(200);
        assertThat(Database.column("SELECT downloads FROM answer_package WHERE request_id = ?", request))
                .containsExactly("1");
    }

    @Test
    void there_is_none_before_every_system_has_answered_and_none_of_an_erasure() {
        UUID access = requested.by(customer, Right.ACCESS);
        Systems.holdNothing("orders", access);

        get(customer, access).then().statusCode(409).body("type", equalTo(PROBLEM + "package-not-ready"));
        get(customer, requested.by(customer, Right.ERASURE)).then().statusCode(404);
    }

    @Test
    void a_guest_needs_the_mailed_link_and_a_fresh_code_for_this_very_package() {
        // Given
        String ref = Facts.newContactRef();
        UUID request = answered(requested.byGuest(ref, Right.ACCESS));
        String token = mailedToken(request);
        String verification = Facts.newVerification();

        // When, then
        fetch(token, verification)
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("type", equalTo(PROBLEM + "verification-pending"));
        fetch("x".repeat(43), verification).then().statusCode(404);
        fetch("not a token", verification).then().statusCode(422);
        refused(token, ref, Purpose.ACCESS_REQUEST, request.toString(), "verification-for-another-purpose");
        refused(token, ref, Purpose.PACKAGE_DOWNLOAD, UUID.randomUUID().toString(), "verification-for-another-purpose");
        refused(
                token,
                Facts.newContactRef(),
                Purpose.PACKAGE_DOWNLOAD,
                request.toString(),
                "verification-for-another-purpose");

        Facts.verified(verification, ref, Purpose.PACKAGE_DOWNLOAD, request.toString());
        await().atMost(PATIENCE).until(() -> fetch(token, verification).statusCode() == 200);

        assertThat(Database.column("SELECT downloads FROM answer_package WHERE request_id = ?", request))
                .containsExactly("1");
        Database.column(
                "UPDATE verification SET concluded_at = concluded_at - interval '16 minutes' WHERE id = ?",
                verification);
        fetch(token, verification).then().statusCode(422).body("type", equalTo(PROBLEM + "not-verified"));
        assertThat(Database.column(
                        "SELECT encode(token_hash, 'escape') FROM answer_package WHERE request_id = ?", request))
                .noneMatch(hash -> hash.contains(token));
    }

    @Test
    void one_package_comes_out_however_many_are_at_it() throws Exception {
        // Given
        UUID request = requested.by(customer, Right.ACCESS);
        Systems.handOver("orders", request, "user.name", "{\"name\":\"Jo\"}");
        Systems.ALL.subList(1, 5).forEach(system -> Systems.holdNothing(system, request));
        Systems.holdNothing("fraud-check", request);
        await().atMost(PATIENCE)
                .until(() -> !Database.column(
                                "SELECT 1 FROM fulfilment WHERE completed_at IS NOT NULL AND request_id = ?", request)
                        .isEmpty());

        // When: replicas that believe that it is theirs to do
        Together.times(
                4,
                () -> Requested.run(() -> write.write(request, java.time.Instant.now())
                        .chain(content -> deliver.deliver(request, content, java.time.Instant.now()))
                        .onFailure()
                        .recoverWithNull()));

        // Then
        await().atMost(PATIENCE).until(() -> requested.find(request).status() == Status.ANSWERED);
        assertThat(Database.column(
                        "SELECT count(*) FROM request_history WHERE to_status = 'ANSWERED' AND request_id = ?",
                        request))
                .containsExactly("1");
        assertThat(Database.column("SELECT count(*) FROM notice WHERE kind = 'READY' AND request_id = ?", request))
                .containsExactly("1");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(Database.column("SELECT owner FROM content WHERE request_id = ?", request))
                                .containsExactly("package"));
        get(customer, request).then().statusCode(200);
    }

    @Test
    void who_dies_over_it_is_succeeded() {
        UUID request = requested.by(customer, Right.ACCESS);
        Systems.ALL.subList(1, 6).forEach(system -> Systems.holdNothing(system, request));
        await().atMost(PATIENCE)
                .until(() -> Database.column(
                                "SELECT count(*) FROM task WHERE state = 'ANSWERED' AND request_id = ?", request)
                        .contains("5"));
        Systems.holdNothing("orders", request);
        // As the claim of one who died a moment ago leaves it
        Database.column(
                "UPDATE fulfilment SET next_attempt_at = now() + interval '3 seconds' WHERE request_id = ?", request);

        await().atMost(PATIENCE).until(() -> requested.find(request).status() == Status.ANSWERED);
    }

    @Test
    void after_seven_days_key_and_bytes_are_gone() {
        // Given
        String ref = Facts.newContactRef();
        UUID request = answered(requested.byGuest(ref, Right.ACCESS));
        String token = mailedToken(request);
        assertThat(Database.column(
                        "SELECT extract(epoch FROM expires_at - ready_at) / 86400 FROM answer_package WHERE request_id = ?",
                        request))
                .singleElement()
                .asString()
                .startsWith("7.0");

        // When
        Database.column("UPDATE answer_package SET expires_at = now() WHERE request_id = ?", request);

        // Then
        await().atMost(PATIENCE)
                .until(() -> Database.column("SELECT id FROM content WHERE request_id = ?", request)
                        .isEmpty());
        assertThat(Database.column(
                        "SELECT count(*) FROM subject_keys.subject_key WHERE wrapped_key IS NOT NULL"
                                + " AND retention_class = 'answer-package' AND subject = ?",
                        "r:" + request))
                .containsExactly("0");
        String verification = Facts.newVerification();
        Facts.verified(verification, ref, Purpose.PACKAGE_DOWNLOAD, request.toString());
        await().atMost(PATIENCE).until(() -> fetch(token, verification).statusCode() == 410);
    }

    private void refused(String token, String ref, Purpose purpose, String request, String type) {
        String verification = Facts.newVerification();
        Facts.verified(verification, ref, purpose, request);
        await().atMost(PATIENCE).until(() -> fetch(token, verification).statusCode() != 409);
        fetch(token, verification).then().statusCode(422).body("type", equalTo(PROBLEM + type));
    }

    private UUID answered(UUID request) {
        Systems.handOver("orders", request, "user.name", "{\"name\":\"Jo\"}");
        Systems.ALL.subList(1, 6).forEach(system -> Systems.holdNothing(system, request));
        await().atMost(PATIENCE).until(() -> requested.find(request).status() == Status.ANSWERED);
        return request;
    }

    private String mailedToken(UUID request) {
        return await().atMost(PATIENCE)
                .until(
                        () -> others.mailsAbout(request.toString()).stream()
                                .map(mail -> LINK.matcher(mail.path("text").asText()))
                                .filter(Matcher::find)
                                .map(found -> found.group(1))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private static Response get(String who, UUID request) {
        return Customers.as(who).get("/requests/{id}/package", request);
    }

    private static Response fetch(String token, String verification) {
        return given().contentType("application/json")
                .body("{\"token\":\"%s\",\"verificationId\":\"%s\"}".formatted(token, verification))
                .post("/packages");
    }
}
