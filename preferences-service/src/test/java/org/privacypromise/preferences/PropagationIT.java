package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.ChoicesAcknowledged;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.Tokens;

@QuarkusTest
class PropagationIT {

    private final String customer = "c-" + UUID.randomUUID();
    private final String key = "c:" + customer;

    @Test
    void a_change_is_done_when_every_system_has_said_so() {
        // Given
        change(true);
        assertThat(read().getString("propagation.text"))
                .isEqualTo("0 of 2 systems have your last change; Orders, Marketing within a minute.");

        // When
        acknowledge("orders", 2, Instant.now());
        awaitDone(1);
        acknowledge("marketing", 2, Instant.now());

        // Then
        awaitDone(2);
        assertThat(read().getString("propagation.text")).isEqualTo("All 2 systems have your last change.");
        assertThat(read().getList("propagation.systems.tookMillis", Long.class)).allMatch(took -> took >= 0);
    }

    @Test
    void an_acknowledgement_covers_every_earlier_version_and_no_later_one() {
        // Given
        change(true);
        change(false);

        // When
        acknowledge("orders", 3, Instant.now());
        awaitDone(1);
        change(true);

        // Then
        assertThat(read().getInt("propagation.done")).isZero();
    }

    @Test
    void an_older_or_repeated_acknowledgement_takes_nothing_back() {
        // Given
        change(true);
        change(false);
        Instant inForce = Instant.parse("2026-03-02T09:00:00Z");
        acknowledge("orders", 3, inForce);
        awaitDone(1);

        // When
        acknowledge("orders", 2, Instant.now());
        acknowledge("orders", 3, Instant.now());
        acknowledge("marketing", 3, Instant.now());

        // Then
        awaitDone(2);
        assertThat(read().getString("propagation.systems.find { it.system == 'orders' }.effectiveFrom"))
                .isEqualTo(inForce.toString());
    }

    @Test
    void a_system_cannot_acknowledge_what_was_never_published_and_others_are_not_held_up() {
        // Given
        change(true);

        // When
        acknowledge("orders", 99, Instant.now());
        KafkaProbe.publish(
                "preferences.acks.orders.v1",
                "c:poison-" + customer,
                "preferences.choices-acknowledged.v1",
                UUID.randomUUID().toString(),
                "{".getBytes(StandardCharsets.UTF_8));
        acknowledge("stranger", 2, Instant.now());
        acknowledge("marketing", 2, Instant.now());

        // Then
        awaitDone(1);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().auth()
                        .oauth2(Tokens.forService("preferences-service")
                                .role("operator")
                                .sign())
                        .get("/parked-events")
                        .then()
                        .statusCode(200)
                        .body("findAll { it.key == '%s' }.size()".formatted(key), equalTo(2)));
        change(false);
        assertThat(read().getInt("propagation.done")).isZero();
    }

    @Test
    void it_is_told_in_the_reader_s_language() {
        change(true);

        assertThat(given().auth()
                        .oauth2(token())
                        .header("Accept-Language", "de-AT, en;q=0.5")
                        .get("/preferences")
                        .jsonPath()
                        .getString("propagation.text"))
                .isEqualTo(
                        "0 von 2 Systemen haben deine letzte Änderung; Bestellungen, Marketing innerhalb einer Minute.");
    }

    private void change(boolean allowed) {
        given().auth()
                .oauth2(token())
                .contentType("application/json")
                .body(ChoicesIT.body(ChoicesIT.notice(), "marketing-main", "email", "main", allowed))
                .patch("/preferences")
                .then()
                .statusCode(200);
    }

    private void acknowledge(String system, long version, Instant effectiveFrom) {
        KafkaProbe.publish("preferences.acks." + system + ".v1", new ChoicesAcknowledged(key, version, effectiveFrom));
    }

    private void awaitDone(int systems) {
        await().atMost(Duration.ofSeconds(30)).until(() -> read().getInt("propagation.done") == systems);
    }

    private JsonPath read() {
        return given().auth().oauth2(token()).get("/preferences").jsonPath();
    }

    private String token() {
        return Tokens.forService("preferences-service").customer(customer).sign();
    }
}
