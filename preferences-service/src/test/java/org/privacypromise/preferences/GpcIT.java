package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacypromise.events.ChoicesChanged;
import org.privacypromise.events.EventType;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.Tokens;

/** A browser that says with every request that its user does not want to be followed. */
@QuarkusTest
class GpcIT {

    private static final String ADVERTS = "off-site-adverts/off-site-advertising/main";

    private final String customer = "c-" + UUID.randomUUID();

    @Test
    void the_signal_opts_out_of_advertising_across_sites_and_of_nothing_else_once() {
        // When
        read("1").body("version", equalTo(2)).body("conflicts", empty());
        read("1").body("version", equalTo(2));

        // Then
        ChoicesChanged changed =
                KafkaProbe.awaitEvent(EventType.CHOICES_CHANGED, ChoicesChanged.class, "c:" + customer, found -> true);
        assertThat(changed.source()).isEqualTo(ChoicesChanged.Source.GPC);
        assertThat(changed.changes())
                .containsExactlyInAnyOrder(
                        new ChoicesChanged.Change("off-site-adverts", "off-site-advertising", "main", false),
                        new ChoicesChanged.Change("off-site-adverts", "off-site-advertising", "marketplace", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "true", "01", "1, 1", "11", ""})
    void anything_but_exactly_1_is_no_signal(String value) {
        read(value).body("version", equalTo(0));
    }

    @Test
    void the_signal_is_newer_than_a_yes_before_it_and_the_customer_sees_that() {
        // Given
        choose(null, true);

        // When
        read("1")
                // Then
                .body("conflicts.size()", equalTo(1))
                .body("conflicts[0].winner", equalTo("there"))
                .body("conflicts[0].there.source", equalTo("GPC"))
                .body("conflicts[0].here.allowed", equalTo(true));
        assertThat(Contacts.allowed(customer)).containsEntry(ADVERTS, false);
    }

    @Test
    void a_yes_after_the_signal_stands_and_the_conflict_is_shown_until_it_is_dismissed() {
        // Given
        read("1");

        // When
        choose("1", true).body("version", equalTo(3));

        // Then
        read("1").body("version", equalTo(3)).body("conflicts[0].winner", equalTo("here"));
        assertThat(Contacts.allowed(customer)).containsEntry(ADVERTS, true);
        customer()
                .header("Sec-GPC", "1")
                .delete("/preferences/conflicts/off-site-adverts/off-site-advertising/main")
                .then()
                .statusCode(204);
        read("1").body("conflicts", empty()).body("version", equalTo(3));
    }

    @Test
    void it_is_heard_with_every_call_about_preferences_and_by_nobody_else_s() {
        customer()
                .header("Sec-GPC", "1")
                .get("/preferences/receipts")
                .then()
                .statusCode(200)
                .body("receipts.source", equalTo(List.of("GPC")));
        given().header("Sec-GPC", "1").get("/preferences").then().statusCode(401);
        given().header("Sec-GPC", "1").get("/notice").then().statusCode(200);
        given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("orders")
                        .sign())
                .header("Sec-GPC", "1")
                .get("/preferences")
                .then()
                .statusCode(403);
    }

    @Test
    void a_signal_while_everything_is_off_is_not_undone() {
        // Given
        choose(null, true);
        customer()
                .contentType("application/json")
                .body("{\"allowed\": false, \"language\": \"en\"}")
                .put("/preferences/everything")
                .then()
                .statusCode(200);

        // When
        read("1");
        customer().delete("/preferences/everything").then().statusCode(200);

        // Then
        assertThat(Contacts.allowed(customer)).containsEntry(ADVERTS, false);
    }

    @Test
    void browsers_can_read_that_the_signal_is_honoured() {
        given().get("/.well-known/gpc.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("gpc", equalTo(true))
                .body("lastUpdate", matchesPattern("\\d{4}-\\d{2}-\\d{2}"))
                .body("size()", equalTo(2));
    }

    private ValidatableResponse read(String signal) {
        return customer().header("Sec-GPC", signal).get("/preferences").then().statusCode(200);
    }

    private ValidatableResponse choose(String signal, boolean allowed) {
        RequestSpecification request = customer()
                .contentType("application/json")
                .body(ChoicesIT.body(ChoicesIT.notice(), "off-site-adverts", "off-site-advertising", "main", allowed));
        return (signal == null ? request : request.header("Sec-GPC", signal))
                .patch("/preferences")
                .then()
                .statusCode(200);
    }

    private RequestSpecification customer() {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .customer(customer)
                        .sign());
    }
}
