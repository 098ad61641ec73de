package org.privacypromise.identity.mail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.identity.Database;
import org.privacypromise.identity.RealParts;
import org.privacypromise.identity.account.KeycloakAdmin;
import org.privacypromise.identity.customer.Shop;
import org.privacypromise.identity.customer.Together;
import org.privacypromise.identity.verification.Guest;

@QuarkusTest
@RealParts
class MailIT {

    MailServer mails;

    KeycloakAdmin keycloak;

    private final String email = Shop.newEmail();
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void nobody_has_asked_for_anything() {
        Database.change("DELETE FROM budget");
    }

    @AfterEach
    void everything_is_as_usual() {
        mails.reset();
    }

    private String customer() {
        return Shop.buy(Shop.newReference(), email).path("customerId");
    }

    private static Response settled(Supplier<Response> repeat) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(repeat::get, answer -> answer.statusCode() == 200);
    }

    @Test
    void a_mail_to_a_customer_is_queued_sent_and_forgotten() throws Exception {
        // Given
        String customerId = customer();

        // When
        Response queued = Letters.toCustomer(customerId, key, "It is ready.");

        // Then
        queued.then().statusCode(202).body("state", equalTo("queued")).body("mailId", notNullValue());
        MimeMessage mail = mails.to(email, 1).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Your request");
        assertThat(Guest.text(mail)).contains("It is ready.");
        assertThat(mail.getFrom()[0]).hasToString("privacy@shop.example.org");
        assertThat(mail.getMessageID()).isEqualTo("<" + queued.path("mailId") + "@shop.example.org>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        settled(() -> Letters.toCustomer(customerId, key, "It is ready."))
                .then()
                .body("state", equalTo("accepted"))
                .body("mailId", equalTo(queued.path("mailId")));
        assertThat(contentOf(queued)).isEqualTo("gone gone gone");
        assertThat(mails.to(email)).hasSize(1);
    }

    private static String contentOf(Response queued) {
        return Database.text(
                "SELECT coalesce(subject::text, 'gone') || ' ' || coalesce(text::text, 'gone') || ' '"
                        + " || coalesce(html::text, 'gone') FROM outgoing_mail WHERE id = ?",
                UUID.fromString(queued.path("mailId")));
    }

    @Test
    void html_comes_beside_the_text() throws Exception {
        String customerId = customer();

        given().auth()
                .oauth2(Letters.requests().sign())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "\"" + key + "\"")
                .body("{\"customerId\":\"" + customerId
                        + "\",\"subject\":\"Täglich\",\"text\":\"plain\",\"html\":\"<p>rich</p>\"}")
                .post("/mails")
                .then()
                .statusCode(202);

        MimeMessage mail = mails.to(email, 1).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Täglich");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(part(parts, 0)).contains("plain");
        assertThat(part(parts, 1)).contains("<p>rich</p>");
    }

    private static String part(MimeMultipart parts, int index) throws MessagingException, IOException {
        return parts.getBodyPart(index).getContent().toString();
    }

    @Test
    void the_same_key_is_the_same_mail_however_parallel() throws Exception {
        String customerId = customer();

        List<Response> answers = Together.times(20, () -> Letters.toCustomer(customerId, key, "Once."));

        assertThat(answers.stream()
                        .map(answer -> answer.path("mailId").toString())
                        .distinct())
                .hasSize(1);
        settled(() -> Letters.toCustomer(customerId, key, "Once."));
        assertThat(mails.to(email)).hasSize(1);
        // With quotes, as the header field is defined, it is the same key
        Letters.toCustomer(customerId, "\"" + key + "\"", "Once.").then().statusCode(200);
    }

    @Test
    void the_same_key_for_another_mail_is_refused() {
        String customerId = customer();
        String another = customer();
        Letters.toCustomer(customerId, key, "One.").then().statusCode(202);

        for (Response other :
                List.of(Letters.toCustomer(customerId, key, "Other."), Letters.toCustomer(another, key, "One."))) {
            other.then().statusCode(422).body("type", equalTo("urn:privacy-promise:problem:idempotency-key-reused"));
        }
        settled(() -> Letters.toCustomer(customerId, key, "One."));
        Letters.toCustomer(customerId, key, "Other.").then().statusCode(422);
    }

    @Test
    void another_client_has_keys_of_its_own() {
        String customerId = customer();
        String first = Letters.toCustomer(customerId, key, "One.").path("mailId");

        Response other = Letters.send(
                Letters.requests().client("fraud-check-service"),
                key,
                "\"customerId\":\"" + customerId + "\"",
                "Other.");

        other.then().statusCode(202);
        assertThat(other.<String>path("mailId")).isNotEqualTo(first);
    }

    @Test
    void without_a_key_or_with_a_strange_one_nothing_is_sent() {
        String customerId = customer();

        for (String strange : List.of("", "\"", "a b", "\"a\\\"b\"", "x".repeat(101), "jo@example.org")) {
            Letters.toCustomer(customerId, strange, "Text.")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:privacy-promise:problem:malformed-request"));
        }
    }

    @Test
    void a_recipient_without_an_address_is_said_at_once() {
        Letters.toCustomer("0000000000000000000000none", key, "Text.")
                .then()
                .statusCode(200)
                .body("state", equalTo("undeliverable"))
                .body("reason", equalTo("no-address"));
        Letters.toVerification(UUID.randomUUID().toString(), key + "-2", "Text.")
                .then()
                .statusCode(200)
                .body("state", equalTo("undeliverable"))
                .body("reason", equalTo("not-verified"));
    }

    @Test
    void a_proven_address_comes_before_one_that_was_given_later() {
        // Given
        String account = keycloak.register(email, true);
        Response bought = Shop.buy(Shop.newReference(), email);
        Shop.link(account, bought.path("linkToken")).then().statusCode(200);
        String later = Shop.newEmail();
        Shop.buySignedIn(account, Shop.newReference(), later).then().statusCode(201);

        // When
        Letters.toCustomer(bought.path("customerId"), key, "Text.").then().statusCode(202);

        // Then
        assertThat(mails.to(email, 1)).hasSize(1);
        assertThat(mails.to(later)).isEmpty();
    }

    @Test
    void of_addresses_that_nobody_has_proven_the_last_one_counts() {
        String later = Shop.newEmail();
        String customerId = Shop.buy(Shop.newReference(), email, later).path("customerId");

        Letters.toCustomer(customerId, key, "Text.").then().statusCode(202);

        assertThat(mails.to(later, 1)).hasSize(1);
        assertThat(mails.to(email)).isEmpty();
    }

    @Test
    void a_guest_is_written_to_once_the_address_is_proven() {
        // Given a mail that is there before the proof
        String id = Guest.start(email).path("verificationId");
        String code = Guest.codeIn(mails.to(email, 1).getFirst());
        Letters.toVerification(id, key, "We have your request.").then().statusCode(202);
        Awaitility.await()
                .until(() -> Database.texts(
                                        "SELECT 1 FROM outgoing_mail WHERE NOT code AND next_attempt_at > queued_at"
                                                + " AND verification_id = ?",
                                        UUID.fromString(id))
                                .size()
                        == 1);
        assertThat(mails.to(email)).hasSize(1);

        // When
        Guest.answer(id, code).then().statusCode(200);

        // Then
        assertThat(Guest.text(mails.to(email, 2).getLast())).contains("We have your request.");
    }

    @Test
    void an_address_that_was_not_proven_is_not_written_to() {
        String id = Guest.start(email).path("verificationId");
        mails.to(email, 1);
        Letters.toVerification(id, key, "Secret.").then().statusCode(202);

        Database.change("UPDATE verification SET expires_at = now() WHERE id = ?", UUID.fromString(id));

        settled(() -> Letters.toVerification(id, key, "Secret."))
                .then()
                .body("state", equalTo("undeliverable"))
                .body("reason", equalTo("not-verified"));
        assertThat(mails.to(email)).hasSize(1);
    }

    @Test
    void a_mail_waits_for_a_mail_server_that_is_away() {
        // Given
        String customerId = customer();
        mails.away(true);
        Response queued = Letters.toCustomer(customerId, key, "Text.");
        Awaitility.await().until(() -> failures(queued) > 0);
        Letters.toCustomer(customerId, key, "Text.").then().statusCode(202).body("state", equalTo("queued"));

        // When
        mails.away(false);

        // Then
        settled(() -> Letters.toCustomer(customerId, key, "Text.")).then().body("state", equalTo("accepted"));
        assertThat(mails.to(email)).hasSize(1);
    }

    private static int failures(Response queued) {
        return Integer.parseInt(Database.text(
                "SELECT failures FROM outgoing_mail WHERE id = ?", UUID.fromString(queued.path("mailId"))));
    }

    @Test
    void a_mail_whose_word_of_acceptance_was_lost_is_repeated_as_the_same_message() throws Exception {
        // Given that the mail server takes it, and we die before we know
        String customerId = customer();
        mails.loseWords(1);

        // When
        Response queued = Letters.toCustomer(customerId, key, "Text.");

        // Then
        settled(() -> Letters.toCustomer(customerId, key, "Text.")).then().body("state", equalTo("accepted"));
        List<MimeMessage> sent = mails.to(email);
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0).getMessageID())
                .isEqualTo(sent.get(1).getMessageID())
                .contains(queued.<String>path("mailId"));
    }

    @Test
    void a_mail_that_its_sender_died_over_is_sent_by_somebody_else() {
        // Given a mail as a replica left it that was killed while it sent
        String customerId = customer();
        mails.away(true);
        Response queued = Letters.toCustomer(customerId, key, "Text.");
        Awaitility.await().until(() -> failures(queued) > 0);
        Database.change(
                "UPDATE outgoing_mail SET next_attempt_at = now() + interval '2 seconds' WHERE id = ?",
                UUID.fromString(queued.path("mailId")));

        // When
        mails.away(false);

        // Then
        settled(() -> Letters.toCustomer(customerId, key, "Text.")).then().body("state", equalTo("accepted"));
    }

    @Test
    void a_mail_that_is_refused_again_and_again_is_undeliverable() {
        String customerId = customer();
        mails.refuse(email);

        Letters.toCustomer(customerId, key, "Text.").then().statusCode(202);

        settled(() -> Letters.toCustomer(customerId, key, "Text."))
                .then()
                .body("state", equalTo("undeliverable"))
                .body("reason", equalTo("refused"));
    }

    @Test
    void a_subject_with_a_line_break_is_no_way_to_another_header() {
        String customerId = customer();

        given().auth()
                .oauth2(Letters.requests().sign())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"customerId\":\"" + customerId
                        + "\",\"subject\":\"Hello\\r\\nBcc: victim@example.org\",\"text\":\"Text.\"}")
                .post("/mails")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/subject"));
    }
}
