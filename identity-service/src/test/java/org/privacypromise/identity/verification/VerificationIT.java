package org.privacypromise.identity.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.VerificationConcluded;
import org.privacypromise.identity.Database;
import org.privacypromise.identity.RealParts;
import org.privacypromise.identity.customer.IdentityEvents;
import org.privacypromise.identity.customer.Shop;
import org.privacypromise.identity.customer.Together;
import org.privacypromise.identity.mail.MailServer;
import org.privacypromise.identity.verification.receipt.SignedJws;

@QuarkusTest
@RealParts
class VerificationIT {

    private static final String NOT_ACCEPTED = "urn:privacy-promise:problem:code-not-accepted";

    MailServer mails;

    FraudCheck fraudCheck;

    private final String email = Shop.newEmail();

    @BeforeEach
    void nobody_has_asked_for_anything() {
        Database.change("DELETE FROM budget");
    }

    @AfterEach
    void everything_is_as_usual() {
        mails.reset();
        fraudCheck.reset();
    }

    private String started() {
        return Guest.start(email).then().statusCode(202).extract().path("verificationId");
    }

    @Test
    void whoever_reads_the_mail_can_answer_the_code() {
        // Given
        String id = started();

        // When
        Response answered = Guest.answer(id, Guest.codeIn(mails.to(email, 1).getFirst()));

        // Then
        answered.then().statusCode(200).body("verified", equalTo(true));
        VerificationConcluded event = concluded(id);
        assertThat(event.outcome()).isEqualTo(VerificationConcluded.Outcome.VERIFIED);
        assertThat(event.evidence()).isEqualTo(VerificationConcluded.Evidence.CONTACT_POINT_CONTROL);
        assertThat(event.purpose()).isEqualTo(VerificationConcluded.Purpose.ACCESS_REQUEST);
        assertThat(event.customerIds()).isEmpty();
        assertThat(event.receipt()).isEqualTo(answered.path("receipt"));
    }

    @Test
    void a_known_and_an_unknown_address_get_the_same_answer_and_the_same_mail() {
        // Given
        String known = Shop.newEmail();
        Shop.buy(Shop.newReference(), known).then().statusCode(201);

        // When
        Response toKnown = Guest.start(known);
        Response toUnknown = Guest.start(email);

        // Then
        assertThat(shape(toKnown)).isEqualTo(shape(toUnknown));
        assertThat(withoutCode(known)).isEqualTo(withoutCode(email));
        String answerOfKnown =
                Guest.answer(toKnown.path("verificationId"), "00000000").asString();
        assertThat(Guest.answer(toUnknown.path("verificationId"), "00000000").asString())
                .isEqualTo(answerOfKnown);
    }

    private static String shape(Response response) {
        String body = response.asString()
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "<uuid>")
                .replaceAll("\"20[0-9T:.-]+Z\"", "<time>");
        List<String> headers = response.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("content-length"))
                .map(Header::toString)
                .sorted()
                .toList();
        return response.statusCode() + body + headers;
    }

    private String withoutCode(String address) {
        String text = Guest.text(mails.to(address, 1).getFirst());
        assertThat(text).doesNotContain(address);
        return text.replaceAll("[0-9]{8}", "<code>");
    }

    @Test
    void of_forty_guesses_at_once_five_are_looked_at_and_the_right_one_comes_too_late() throws Exception {
        // Given
        String id = started();
        String code = Guest.codeIn(mails.to(email, 1).getFirst());
        List<String> guesses = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> "%08d".formatted((Integer.parseInt(code) + i) % 100_000_000))
                .toList();

        // When
        List<Response> answers = Together.all(guesses, guess -> () -> Guest.answer(id, guess));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(422);
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(looks(id)).isEqualTo("5");
        Guest.answer(id, code).then().statusCode(422).body("type", equalTo(NOT_ACCEPTED));
        assertThat(concluded(id).outcome()).isEqualTo(VerificationConcluded.Outcome.FAILED);
        assertThat(IdentityEvents.withKey(id, 1)).hasSize(1);
    }

    private static String looks(String id) {
        return Database.text("SELECT looks FROM verification WHERE id = ?", UUID.fromString(id));
    }

    @Test
    void the_right_code_works_once_however_parallel() throws Exception {
        String id = started();
        String code = Guest.codeIn(mails.to(email, 1).getFirst());

        List<Response> answers = Together.times(20, () -> Guest.answer(id, code));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 422))
                .hasSize(19);
        Guest.answer(id, code).then().statusCode(422).body("type", equalTo(NOT_ACCEPTED));
        assertThat(IdentityEvents.withKey(id, 1)).hasSize(1);
    }

    @Test
    void another_mail_kills_the_code_before_it_and_gives_no_more_guesses() {
        // Given three wrong guesses
        String id = started();
        String first = Guest.codeIn(mails.to(email, 1).getFirst());
        for (int i = 0; i < 3; i++) {
            Guest.answer(id, Guest.wrong(first)).then().statusCode(422);
        }

        // When
        Guest.resend(id).then().statusCode(202).body("verificationId", equalTo(id));

        // Then
        Guest.answer(id, first).then().statusCode(422);
        String second = Guest.codeIn(mails.to(email, 2).getLast());
        assertThat(looks(id)).isEqualTo("4");
        Guest.answer(id, Guest.wrong(second)).then().statusCode(422);
        Guest.answer(id, second).then().statusCode(422);
        assertThat(concluded(id).outcome()).isEqualTo(VerificationConcluded.Outcome.FAILED);
        Guest.resend(id).then().statusCode(409).body("type", equalTo("urn:privacy-promise:problem:verification-over"));
    }

    @Test
    void the_code_of_the_second_mail_is_accepted() {
        String id = started();
        mails.to(email, 1);
        Guest.resend(id).then().statusCode(202);

        Guest.answer(id, Guest.codeIn(mails.to(email, 2).getLast())).then().statusCode(200);
    }

    @Test
    void a_code_is_good_for_its_own_verification_only() {
        // Given two verifications of one address, for two purposes
        String access = Guest.start(email, "access-request", null).path("verificationId");
        String accessCode = Guest.codeIn(mails.to(email, 1).getFirst());
        String erasure = Guest.start(email, "erasure-request", null).path("verificationId");
        mails.to(email, 2);

        // When, then
        Guest.answer(erasure, accessCode).then().statusCode(422);
        Guest.answer(access, accessCode).then().statusCode(200);
    }

    @Test
    void a_sealed_code_moved_to_another_purpose_or_request_opens_nothing() {
        String id = Guest.start(email, "package-download", "request-1").path("verificationId");
        String code = Guest.codeIn(mails.to(email, 1).getFirst());

        Database.change("UPDATE verification SET request_id = 'request-2' WHERE id = ?", UUID.fromString(id));
        Guest.answer(id, code).then().statusCode(422);
        Database.change(
                "UPDATE verification SET request_id = 'request-1', purpose = 'ERASURE_REQUEST' WHERE id = ?",
                UUID.fromString(id));
        Guest.answer(id, code).then().statusCode(422);
        Database.change("UPDATE verification SET purpose = 'PACKAGE_DOWNLOAD' WHERE id = ?", UUID.fromString(id));

        Guest.answer(id, code).then().statusCode(200);
        assertThat(concluded(id).requestId()).isEqualTo("request-1");
    }

    @Test
    void after_five_minutes_the_code_is_dead_and_the_address_gone() {
        // Given
        String id = started();
        String code = Guest.codeIn(mails.to(email, 1).getFirst());

        // When
        Database.change("UPDATE verification SET expires_at = now() WHERE id = ?", UUID.fromString(id));

        // Then
        Guest.answer(id, code).then().statusCode(422).body("type", equalTo(NOT_ACCEPTED));
        assertThat(concluded(id).outcome()).isEqualTo(VerificationConcluded.Outcome.EXPIRED);
        Guest.answer(id, code).then().statusCode(422).body("type", equalTo(NOT_ACCEPTED));
        assertThat(Database.texts("SELECT 1 FROM verification WHERE id = ? AND value IS NOT NULL", UUID.fromString(id)))
                .isEmpty();
        assertThat(Database.texts(
                        "SELECT 1 FROM subject_keys.subject_key WHERE subject = ? AND wrapped_key IS NOT NULL",
                        "v:" + id))
                .isEmpty();
    }

    @Test
    void everybody_who_gave_the_address_is_named_to_the_other_services() {
        String one = Shop.buy(Shop.newReference(), email).path("customerId");
        String other = Shop.buy(Shop.newReference(), email).path("customerId");
        Shop.buy(Shop.newReference(), Shop.newEmail());
        String id = started();

        Guest.answer(id, Guest.codeIn(mails.to(email, 1).getFirst())).then().statusCode(200);

        assertThat(concluded(id).customerIds()).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void a_receipt_can_be_checked_by_anybody_with_the_published_keys() {
        // Given
        String id = Guest.start(email, "package-download", "request-7").path("verificationId");
        String receipt =
                Guest.answer(id, Guest.codeIn(mails.to(email, 1).getFirst())).path("receipt");

        // When
        Response keys = given().get("/receipts/keys");

        // Then
        keys.then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=300")
                .body("keys[0].kty", equalTo("OKP"))
                .body("keys[0].crv", equalTo("Ed25519"))
                .body("keys[0].kid", equalTo("1"))
                .body("keys[0]", not(hasKey("d")));
        assertThat(SignedJws.verify(receipt, keys.path("keys[0].x"))).isTrue();
        String payload = new String(Base64.getUrlDecoder().decode(receipt.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        assertThat(payload)
                .contains("\"jti\":\"" + id + "\"")
                .contains("\"purpose\":\"package-download\"")
                .contains("\"requestId\":\"request-7\"")
                .contains("\"evidence\":\"contact-point-control\"")
                .contains("\"sub\":\"" + concluded(id).contactRef() + "\"")
                .doesNotContain("@");
    }

    @Test
    void what_screening_refuses_gets_the_same_answer_and_no_mail() {
        // Given
        fraudCheck.says("DENY");

        // When
        Response denied = Guest.start(email);
        String id = denied.path("verificationId");
        Awaitility.await().until(() -> verdict(id), "DENY false"::equals);
        fraudCheck.reset();
        String other = Shop.newEmail();
        Response allowed = Guest.start(other);
        mails.to(other, 1);

        // Then
        assertThat(shape(denied)).isEqualTo(shape(allowed));
        assertThat(mails.to(email)).isEmpty();
        assertThat(Guest.answer(id, "12345678").asString())
                .isEqualTo(
                        Guest.answer(allowed.path("verificationId"), "12345678").asString());
        Guest.resend(id).then().statusCode(202);
        Awaitility.await()
                .until(() -> Database.texts(
                                        "SELECT 1 FROM verification WHERE id = ? AND send_at IS NULL",
                                        UUID.fromString(id))
                                .size()
                        == 1);
        assertThat(mails.to(email)).isEmpty();
    }

    private static String verdict(String id) {
        return Database.text(
                "SELECT coalesce(verdict, '-') || ' ' || screening_fallback FROM verification WHERE id = ?",
                UUID.fromString(id));
    }

    @Test
    void screening_is_told_what_it_needs_and_the_callers_address_is_not_kept() {
        String id = started();
        mails.to(email, 1);

        var asked = fraudCheck.askedAbout(id);
        assertThat(asked.path("subject").asText()).isEqualTo("VERIFICATION");
        assertThat(asked.path("signals").path("ipAddress").asText()).isEqualTo("127.0.0.1");
        assertThat(asked.path("signals").path("emailDomain").asText()).isEqualTo("example.org");
        assertThat(asked.path("signals").path("purpose").asText()).isEqualTo("access-request");
        assertThat(asked.path("signals").path("contactRef").asText()).startsWith("1.");
        assertThat(verdict(id)).isEqualTo("ALLOW false");
        assertThat(Database.texts(
                        "SELECT 1 FROM verification WHERE id = ? AND origin IS NOT NULL", UUID.fromString(id)))
                .isEmpty();
    }

    @Test
    void a_slow_screening_falls_back_within_its_budget_and_is_flagged() {
        // Given
        fraudCheck.answersAfter(Duration.ofSeconds(15));
        Instant before = Instant.now();

        // When
        String id = started();
        mails.to(email, 1);

        // Then
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(8));
        assertThat(verdict(id)).isEqualTo("REVIEW true");
        Guest.answer(id, Guest.codeIn(mails.to(email, 1).getFirst())).then().statusCode(200);
    }

    @Test
    void a_screening_that_fails_falls_back_too() {
        fraudCheck.answersWith(500);

        String id = started();
        mails.to(email, 1);

        assertThat(verdict(id)).isEqualTo("REVIEW true");
    }

    @Test
    void a_verdict_that_is_not_known_here_falls_back_too() {
        fraudCheck.says("QUARANTINE");

        String id = started();
        mails.to(email, 1);

        assertThat(verdict(id)).isEqualTo("REVIEW true");
    }

    @Test
    void while_the_mail_server_is_away_the_code_waits() {
        // Given
        mails.away(true);
        String id = started();
        Awaitility.await()
                .until(() -> Database.texts(
                                        "SELECT 1 FROM outgoing_mail WHERE verification_id = ? AND failures > 0",
                                        UUID.fromString(id))
                                .size()
                        == 1);

        // When
        mails.away(false);

        // Then
        Guest.answer(id, Guest.codeIn(mails.to(email, 1).getFirst())).then().statusCode(200);
    }

    @Test
    void a_code_that_comes_too_late_is_not_sent_at_all() {
        mails.away(true);
        String id = started();
        Awaitility.await()
                .until(() ->
                        Database.texts("SELECT 1 FROM outgoing_mail WHERE verification_id = ?", UUID.fromString(id))
                                        .size()
                                == 1);

        Database.change("UPDATE verification SET expires_at = now() WHERE id = ?", UUID.fromString(id));
        assertThat(concluded(id).outcome()).isEqualTo(VerificationConcluded.Outcome.EXPIRED);
        mails.away(false);

        assertThat(Database.texts(
                        "SELECT state || ' ' || reason || ' ' || coalesce(text::text, 'gone') FROM outgoing_mail"
                                + " WHERE verification_id = ?",
                        UUID.fromString(id)))
                .containsExactly("UNDELIVERABLE withdrawn gone");
        assertThat(mails.to(email)).isEmpty();
    }

    private static VerificationConcluded concluded(String id) {
        return (VerificationConcluded) IdentityEvents.withKey(id, 1).getFirst();
    }
}
