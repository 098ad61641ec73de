package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.ChoicesChanged;
import org.privacypromise.events.EventType;
import org.privacypromise.events.PreferencesState;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.Tokens;

/** Somebody without an account signs up for a newsletter; later it turns out whose mailbox that is. */
@QuarkusTest
class GuestIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String NEWS = "marketing-main/email/main";

    private final String contactRef = "1." + UUID.randomUUID();
    private final String customer = "c-" + UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    @Test
    void a_yes_is_pending_until_it_is_confirmed_from_the_mailbox_and_pending_is_no_permission() {
        // When
        Response signedUp = signUp(true);

        // Then
        signedUp.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("choices[0].state", equalTo("PENDING"))
                .body("confirmBefore", notNullValue());
        assertThat(tableHas("preferences", "key", "p:" + contactRef)).isFalse();

        // When
        confirm(path(signedUp)).statusCode(200);

        // Then
        PreferencesState state = KafkaProbe.awaitEvent(
                EventType.PREFERENCES_STATE, PreferencesState.class, key(), found -> found.version() == 2);
        assertThat(state.allows("marketing-main", "email", "main")).isTrue();
        ChoicesChanged changed =
                KafkaProbe.awaitEvent(EventType.CHOICES_CHANGED, ChoicesChanged.class, key(), found -> true);
        assertThat(changed.source()).isEqualTo(ChoicesChanged.Source.CONFIRMATION_LINK);
        signUp(true).then().body("choices[0].state", equalTo("ALLOWED")).body("confirmationUrl", nullValue());
    }

    @Test
    void what_a_scanner_does_confirms_nothing() {
        String path = path(signUp(true));

        given().get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-store")
                .header("Set-Cookie", nullValue())
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("<button"))
                .body(containsString("News and offers from the shop"));
        given().head(path).then().statusCode(200);
        given().options(path).then().statusCode(200);
        given().contentType("application/x-www-form-urlencoded")
                .body("")
                .post(path)
                .then()
                .statusCode(400);
        given().contentType("application/json").body("{}").post(path).then().statusCode(415);
        given().put(path).then().statusCode(405);

        signUp(true).then().body("choices[0].state", equalTo("PENDING"));
    }

    @Test
    void the_page_speaks_the_reader_s_language() {
        given().header("Accept-Language", "fr-CA, en;q=0.5")
                .get(path(signUp(true)))
                .then()
                .header("Content-Language", "fr")
                .body(containsString("Oui, je les veux"))
                .body(containsString("<html lang=\"fr\">"));
    }

    @Test
    void a_link_that_was_used_does_not_undo_a_later_no() {
        // Given
        String path = path(signUp(true));
        confirm(path).statusCode(200);
        signUp(false).then().body("choices[0].state", equalTo("REFUSED"));

        // When
        confirm(path).statusCode(200);

        // Then
        await().atMost(SOON)
                .until(() -> KafkaProbe.events(EventType.PREFERENCES_STATE, PreferencesState.class, key())
                                .size()
                        >= 3);
        assertThat(KafkaProbe.events(EventType.PREFERENCES_STATE, PreferencesState.class, key()))
                .last()
                .matches(state -> !state.allows("marketing-main", "email", "main"));
    }

    @Test
    void a_forged_a_changed_and_an_old_link_confirm_nothing() throws SQLException {
        String path = path(signUp(true));
        char last = path.charAt(path.length() - 1);
        String changed = path.substring(0, path.length() - 1) + (last == 'A' ? 'B' : 'A');
        confirm(changed).statusCode(404);
        confirm("/c/" + "A".repeat(56)).statusCode(404);
        given().get("/c/nothing").then().statusCode(404).body(containsString("does not work"));

        // Given its sign-up is gone
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("DELETE FROM pending_opt_in WHERE contact_ref = ?")) {
            delete.setString(1, contactRef);
            assertThat(delete.executeUpdate()).isEqualTo(1);
        }

        // Then
        given().get(path).then().statusCode(410);
        confirm(path).statusCode(410);
        assertThat(tableHas("preferences", "key", "p:" + contactRef)).isFalse();
    }

    @Test
    void a_link_that_is_pressed_many_times_at_once_confirms_once() throws Exception {
        String path = path(signUp(true));

        try (var readers = Executors.newFixedThreadPool(10)) {
            readers.invokeAll(IntStream.range(0, 20)
                            .<Callable<Integer>>mapToObj(
                                    i -> () -> confirm(path).extract().statusCode())
                            .toList())
                    .forEach(answer -> assertThat(answer.resultNow()).isEqualTo(200));
        }

        KafkaProbe.awaitEvent(EventType.CHOICES_CHANGED, ChoicesChanged.class, key(), found -> true);
        assertThat(KafkaProbe.events(EventType.CHOICES_CHANGED, ChoicesChanged.class, key()))
                .hasSize(1);
    }

    @Test
    void the_same_sign_up_twice_gets_one_link() {
        assertThat(path(signUp(true))).isEqualTo(path(signUp(true)));
    }

    @Test
    void what_needs_no_confirmation_counts_at_once_but_never_against_an_earlier_no() {
        // Given something that is on unless chosen, and needs no double opt-in
        signUp("feedback", true).then().body("choices[0].state", equalTo("ALLOWED"));
        signUp("feedback", false).then().body("choices[0].state", equalTo("REFUSED"));

        // Then anybody could type the address
        Response again = signUp("feedback", true);
        again.then().body("choices[0].state", equalTo("PENDING"));
        confirm(path(again)).statusCode(200);
        signUp("feedback", true).then().body("choices[0].state", equalTo("ALLOWED"));
    }

    @Test
    void only_systems_sign_somebody_up_and_only_for_choices_there_are() {
        given().contentType("application/json")
                .body(body("marketing-main", true))
                .post("/guest-preferences")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .customer(customer)
                        .sign())
                .contentType("application/json")
                .body(body("marketing-main", true))
                .post("/guest-preferences")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .client("checkout")
                        .role("checkout")
                        .sign())
                .contentType("application/json")
                .body(body("marketing-main", true))
                .post("/guest-preferences")
                .then()
                .statusCode(200);
        signUp("deliver-purchases", false).then().statusCode(422).body("type", endsWith(":unknown-choice"));
        post(body("marketing-main", true).replace(ChoicesIT.notice(), "0.0.1"))
                .then()
                .statusCode(409)
                .body("type", endsWith(":outdated-notice"));
    }

    @Test
    void a_confirmed_yes_becomes_the_customer_s_once_the_mailbox_is_proven_to_be_theirs() {
        // Given
        confirm(path(signUp(true))).statusCode(200);

        // When a stranger claims it
        Contacts.meet(customer, contactRef, false);

        // Then nothing is told
        assertThat(Contacts.allowed(customer)).containsEntry(NEWS, false);
        conflicts().body("conflicts", empty());

        // When it is proven
        Contacts.record(customer, contactRef, true);

        // Then
        await().atMost(SOON).until(() -> Contacts.allowed(customer).get(NEWS));
        conflicts().body("conflicts", empty());
        ChoicesChanged changed =
                KafkaProbe.awaitEvent(EventType.CHOICES_CHANGED, ChoicesChanged.class, "c:" + customer, found -> true);
        assertThat(changed.source()).isEqualTo(ChoicesChanged.Source.MERGE);
    }

    @Test
    void the_most_protective_choice_wins_both_ways_and_the_customer_sees_it() {
        // Given yes there and no here, no there and yes here
        confirm(path(signUp(true))).statusCode(200);
        signUp("marketing-marketplace", "marketplace", false);
        choose("marketing-main", "main", false);
        choose("marketing-marketplace", "marketplace", true);

        // When
        Contacts.meet(customer, contactRef, true);

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Contacts.allowed(customer))
                        .containsEntry(NEWS, false)
                        .containsEntry("marketing-marketplace/email/marketplace", false));
        conflicts()
                .body("conflicts.size()", equalTo(2))
                .body("conflicts.find { it.cell.purpose == 'marketing-main' }.winner", equalTo("here"))
                .body("conflicts.find { it.cell.purpose == 'marketing-main' }.here.allowed", equalTo(false))
                .body("conflicts.find { it.cell.purpose == 'marketing-main' }.there.allowed", equalTo(true))
                .body("conflicts.find { it.cell.purpose == 'marketing-marketplace' }.winner", equalTo("there"))
                .body("conflicts.find { it.cell.purpose == 'marketing-marketplace' }.since", notNullValue());
        PreferencesState there = KafkaProbe.awaitEvent(
                EventType.PREFERENCES_STATE, PreferencesState.class, key(), found -> found.version() >= 4);
        assertThat(there.allows("marketing-main", "email", "main")).isFalse();
    }

    @Test
    void a_conflict_can_be_dismissed_and_goes_when_the_customer_decides() {
        // Given
        signUp(false);
        signUp("marketing-marketplace", "marketplace", false);
        choose("marketing-main", "main", true);
        choose("marketing-marketplace", "marketplace", true);
        Contacts.meet(customer, contactRef, true);
        await().atMost(SOON).untilAsserted(() -> conflicts().body("conflicts.size()", equalTo(2)));

        // When
        customer()
                .delete("/preferences/conflicts/marketing-main/email/main")
                .then()
                .statusCode(204);

        // Then what holds is the same
        conflicts().body("conflicts.cell.purpose.unique()", equalTo(List.of("marketing-marketplace")));
        assertThat(Contacts.allowed(customer)).containsEntry(NEWS, false);

        // When
        choose("marketing-marketplace", "marketplace", true);

        // Then
        conflicts().body("conflicts", empty());
        assertThat(Contacts.allowed(customer)).containsEntry("marketing-marketplace/email/marketplace", true);
    }

    @Test
    void a_sign_up_after_the_mailbox_is_known_obeys_the_customer_s_no_and_shows_it() {
        // Given
        Contacts.meet(customer, contactRef, true);
        choose("marketing-main", "main", false);

        // When
        confirm(path(signUp(true))).statusCode(200);

        // Then
        conflicts().body("conflicts.size()", equalTo(1)).body("conflicts[0].winner", equalTo("here"));
        assertThat(Contacts.allowed(customer)).containsEntry(NEWS, false);
        signUp(true).then().body("choices[0].state", equalTo("PENDING"));
    }

    @Test
    void a_no_in_a_form_counts_for_the_customer_at_once_and_is_shown() {
        // Given
        Contacts.meet(customer, contactRef, false);
        choose("marketing-main", "main", true);

        // When
        signUp(false).then().statusCode(200);

        // Then
        assertThat(Contacts.allowed(customer)).containsEntry(NEWS, false);
        conflicts().body("conflicts[0].there.source", equalTo("GUEST"));
    }

    private Response signUp(boolean allowed) {
        return signUp("marketing-main", allowed);
    }

    private Response signUp(String purpose, boolean allowed) {
        return signUp(purpose, "main", allowed);
    }

    private Response signUp(String purpose, String brand, boolean allowed) {
        return post(body(purpose, allowed).replace("\"brand\": \"main\"", "\"brand\": \"" + brand + "\""));
    }

    private Response post(String body) {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("marketing")
                        .sign())
                .contentType("application/json")
                .body(body)
                .post("/guest-preferences");
    }

    private String body(String purpose, boolean allowed) {
        return """
                {"contactRef": "%s", "noticeVersion": "%s", "language": "en", "form": "newsletter/footer", "choices": [
                  {"purpose": "%s", "channel": "email", "brand": "main", "allowed": %s}]}
                """.formatted(contactRef, ChoicesIT.notice(), purpose, allowed);
    }

    private static String path(Response signedUp) {
        return URI.create(signedUp.path("confirmationUrl")).getPath();
    }

    private static ValidatableResponse confirm(String path) {
        return given().contentType("application/x-www-form-urlencoded")
                .body("Confirm=Yes")
                .redirects()
                .follow(false)
                .post(path)
                .then();
    }

    private void choose(String purpose, String brand, boolean allowed) {
        customer()
                .contentType("application/json")
                .body(ChoicesIT.body(ChoicesIT.notice(), purpose, "email", brand, allowed))
                .patch("/preferences")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse conflicts() {
        return customer().get("/preferences").then().statusCode(200);
    }

    private RequestSpecification customer() {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .customer(customer)
                        .sign());
    }

    private String key() {
        return "p:" + contactRef;
    }

    private boolean tableHas(String table, String column, String value) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT 1 FROM " + table + " WHERE " + column + " = ?")) {
            select.setString(1, value);
            return select.executeQuery().next();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
