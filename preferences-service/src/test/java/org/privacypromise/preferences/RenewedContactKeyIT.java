package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.ChoicesChanged;
import org.privacypromise.events.ContactPointRecorded;
import org.privacypromise.events.EventType;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.Tokens;

/** While the contact key is renewed, the same mailbox has a reference under the old key and one under the new. */
@QuarkusTest
class RenewedContactKeyIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String NEWS = "marketing-main/email/main";

    @Inject
    AgroalDataSource database;

    private final String customer = "c-" + UUID.randomUUID();
    private final String mailbox = UUID.randomUUID().toString();

    @Test
    void a_no_that_outlived_its_customer_is_found_for_a_new_customer_under_the_new_key() throws SQLException {
        // Given
        suppress("1." + mailbox);

        // When
        record("2." + mailbox, "1." + mailbox);

        // Then
        ChoicesChanged carried =
                KafkaProbe.awaitEvent(EventType.CHOICES_CHANGED, ChoicesChanged.class, "c:" + customer, found -> true);
        assertThat(carried.source()).isEqualTo(ChoicesChanged.Source.SUPPRESSION);
        assertThat(Contacts.allowed(customer)).containsEntry(NEWS, false);
        assertThat(because("customerId", customer)).isEqualTo("refused");
        assertThat(because("contactRef", "2." + mailbox)).isEqualTo("refused");
    }

    @Test
    void the_link_of_a_mail_from_before_opts_out_the_customer_who_is_known_since() {
        // Given
        String link = given().auth()
                .oauth2(system())
                .contentType("application/json")
                .body(Map.of(
                        "contactRef", "1." + mailbox, "purpose", "marketing-main", "channel", "email", "brand", "main"))
                .post("/unsubscribe-links")
                .path("url");
        record("2." + mailbox, "1." + mailbox);
        await().atMost(SOON).until(() -> because("customerId", customer).equals("not-chosen"));
        given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .customer(customer)
                        .sign())
                .contentType("application/json")
                .body(ChoicesIT.body(ChoicesIT.notice(), "marketing-main", "email", "main", true))
                .patch("/preferences")
                .then()
                .statusCode(200);

        // When
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(URI.create(link).getPath())
                .then()
                .statusCode(200);

        // Then
        assertThat(because("customerId", customer)).isEqualTo("refused");
        assertThat(because("contactRef", "2." + mailbox)).isEqualTo("refused");
    }

    private void record(String contactRef, String otherRef) {
        KafkaProbe.publish(
                "identity.events.v1",
                new ContactPointRecorded(
                        customer,
                        2,
                        contactRef,
                        List.of(otherRef),
                        ContactPointRecorded.Kind.EMAIL,
                        false,
                        Instant.now()));
    }

    private void suppress(String contactRef) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO suppression VALUES ('%s', 'marketing-main', 'email', 'main', now(), 'ERASURE')"
                            .formatted(contactRef));
        }
    }

    private static String because(String whose, String id) {
        return given().auth()
                .oauth2(system())
                .get("/send-check?purpose=marketing-main&channel=email&brand=main&" + whose + "=" + id)
                .path("because");
    }

    private static String system() {
        return Tokens.forService("preferences-service").system("marketing").sign();
    }
}
