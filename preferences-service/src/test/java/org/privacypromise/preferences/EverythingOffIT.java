package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.EventType;
import org.privacypromise.events.PreferencesState;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.Tokens;

/** A customer wants nothing any more, and then changes their mind. */
@QuarkusTest
class EverythingOffIT {

    private final String customer = "c-" + UUID.randomUUID();

    @Test
    void everything_goes_off_but_service_messages_which_say_why() {
        // When
        off().statusCode(200)
                .body("everything.off", equalTo(true))
                .body("everything.since", notNullValue())
                .body("choices.findAll { it.changeable }.allowed", everyItem(equalTo(false)))
                .body("choices.findAll { it.changeable }.why", everyItem(nullValue()));

        // Then
        read().body("choices.findAll { !it.changeable }.allowed", everyItem(equalTo(true)))
                .body("choices.findAll { !it.changeable }.why", everyItem(notNullValue()))
                .body(
                        "choices.find { it.purpose == 'deliver-purchases' }.why.text",
                        containsString("part of the order itself"))
                .body("choices.find { it.purpose == 'deliver-purchases' }.legalBases", equalTo(List.of("CONTRACT")));
        customer()
                .header("Accept-Language", "de")
                .get("/preferences")
                .then()
                .header("Vary", containsString("Accept-Language"))
                .body("choices.find { it.purpose == 'deliver-purchases' }.why.language", equalTo("de"));
    }

    @Test
    void undoing_it_brings_back_exactly_what_was_there_and_tells_the_systems() {
        // Given a yes, a no and silence, on something that is on unless chosen too
        choose("marketing-main", "email", "main", true);
        choose("marketing-main", "sms", "main", false);
        Map<String, Boolean> before = allowed();
        assertThat(before).containsEntry("feedback/email/main", true).containsEntry("marketing-main/email/main", true);
        int version = off().extract().path("version");

        // When
        ValidatableResponse undone = undo();

        // Then
        undone.statusCode(200).body("stayedOff", empty()).body("preferences.everything.off", equalTo(false));
        assertThat(allowed()).isEqualTo(before);
        int now = read().extract().path("version");
        PreferencesState state = KafkaProbe.awaitEvent(
                EventType.PREFERENCES_STATE, PreferencesState.class, "c:" + customer, found -> found.version() == now);
        assertThat(now).isGreaterThan(version);
        assertThat(state.allows("marketing-main", "email", "main")).isTrue();
        assertThat(state.allows("feedback", "email", "main")).isTrue();
        assertThat(state.allows("marketing-main", "sms", "main")).isFalse();
    }

    @Test
    void the_ledger_says_that_it_was_one_wish_and_how_it_was_then() {
        // Given
        choose("marketing-main", "email", "main", true);
        off();
        undo();

        // Then
        customer()
                .get("/preferences/receipts")
                .then()
                .statusCode(200)
                .body(
                        "receipts.changes.flatten().findAll { it.purpose == 'marketing-main' && it.channel == 'email' }.allowed",
                        equalTo(List.of(true, false, true)));
    }

    @Test
    void a_no_in_between_is_not_undone_though_it_changed_nothing_then() {
        // Given
        choose("marketing-main", "email", "main", true);
        choose("marketing-main", "push", "main", true);
        off();

        // When
        choose("marketing-main", "email", "main", false);
        undo();

        // Then
        assertThat(allowed())
                .containsEntry("marketing-main/email/main", false)
                .containsEntry("marketing-main/push/main", true);
    }

    @Test
    void the_link_of_a_message_says_no_in_between_as_well() {
        // Given a contact point
        String contactRef = "1." + UUID.randomUUID();
        Contacts.meet(customer, contactRef, false);
        choose("marketing-main", "email", "main", true);
        String link = given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("marketing")
                        .sign())
                .contentType("application/json")
                .body(Map.of(
                        "contactRef", contactRef, "purpose", "marketing-main", "channel", "email", "brand", "main"))
                .post("/unsubscribe-links")
                .path("url");
        off();

        // When
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(URI.create(link).getPath())
                .then()
                .statusCode(200);
        undo();

        // Then
        assertThat(allowed()).containsEntry("marketing-main/email/main", false);
    }

    @Test
    void what_was_said_at_a_contact_point_stays_off_when_it_is_linked_and_undoing_brings_back_what_the_account_had() {
        // Given a yes of the account, and a yes and a no of the mailbox
        String contactRef = "1." + UUID.randomUUID();
        choose("marketing-main", "email", "main", true);
        choose("marketing-main", "sms", "main", true);
        guestSays(contactRef, "marketing-main", "email", false);
        guestSays(contactRef, "feedback", "email", true);
        off();

        // When
        Contacts.meet(customer, contactRef, true);

        // Then
        read().body("everything.off", equalTo(true))
                .body("choices.findAll { it.changeable }.allowed", everyItem(equalTo(false)))
                .body("conflicts.cell.purpose", equalTo(List.of("feedback")))
                .body("conflicts[0].winner", equalTo("here"));
        PreferencesState atContactPoint = KafkaProbe.awaitEvent(
                EventType.PREFERENCES_STATE,
                PreferencesState.class,
                "p:" + contactRef,
                state -> !state.allows("feedback", "email", "main"));
        assertThat(atContactPoint.allows("marketing-main", "email", "main")).isFalse();

        // And the mailbox's no is not undone
        undo().statusCode(200);
        assertThat(allowed())
                .containsEntry("marketing-main/sms/main", true)
                .containsEntry("marketing-main/email/main", false)
                .containsEntry("feedback/email/main", true);
    }

    private static void guestSays(String contactRef, String purpose, String channel, boolean allowed) {
        given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("marketing")
                        .sign())
                .contentType("application/json")
                .body(Map.of(
                        "contactRef",
                        contactRef,
                        "noticeVersion",
                        ChoicesIT.notice(),
                        "language",
                        "en",
                        "form",
                        "newsletter",
                        "choices",
                        List.of(Map.of("purpose", purpose, "channel", channel, "brand", "main", "allowed", allowed))))
                .post("/guest-preferences")
                .then()
                .statusCode(200)
                .body("choices[0].state", equalTo(allowed ? "ALLOWED" : "REFUSED"));
    }

    @Test
    void whoever_allows_one_thing_afterwards_has_that_and_nothing_else_until_it_is_undone() {
        choose("marketing-main", "email", "main", true);
        off();

        choose("marketing-main", "sms", "main", true);

        assertThat(allowed())
                .containsEntry("marketing-main/sms/main", true)
                .containsEntry("marketing-main/email/main", false);
        read().body("everything.off", equalTo(true));
        undo();
        assertThat(allowed())
                .containsEntry("marketing-main/sms/main", true)
                .containsEntry("marketing-main/email/main", true);
    }

    @Test
    void off_twice_is_off_once_and_undone_twice_is_undone_once() {
        choose("marketing-main", "email", "main", true);
        int version = off().extract().path("version");
        off().body("version", equalTo(version));
        version = undo().extract().path("preferences.version");
        undo().statusCode(200).body("preferences.version", equalTo(version));
        assertThat(allowed()).containsEntry("marketing-main/email/main", true);
    }

    @Test
    void everything_cannot_be_allowed_at_once() {
        customer()
                .contentType("application/json")
                .body("{\"allowed\": true, \"language\": \"en\"}")
                .put("/preferences/everything")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/allowed"));
    }

    private ValidatableResponse off() {
        return customer()
                .contentType("application/json")
                .body("{\"allowed\": false, \"language\": \"en\"}")
                .put("/preferences/everything")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse undo() {
        return customer().delete("/preferences/everything").then();
    }

    private void choose(String purpose, String channel, String brand, boolean allowed) {
        customer()
                .contentType("application/json")
                .body(ChoicesIT.body(ChoicesIT.notice(), purpose, channel, brand, allowed))
                .patch("/preferences")
                .then()
                .statusCode(200);
    }

    private Map<String, Boolean> allowed() {
        return Contacts.allowed(customer);
    }

    private ValidatableResponse read() {
        return customer().get("/preferences").then().statusCode(200);
    }

    private RequestSpecification customer() {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .customer(customer)
                        .sign());
    }
}
