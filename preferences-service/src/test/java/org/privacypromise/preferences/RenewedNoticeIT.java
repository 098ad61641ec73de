package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.ChoicesChanged;
import org.privacypromise.events.EventType;
import org.privacypromise.events.PreferencesState;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.KafkaResource;
import org.privacypromise.teststack.OidcResource;
import org.privacypromise.teststack.PostgreSqlResource;
import org.privacypromise.teststack.Tokens;

/** The service starts with a new notice over the choices that were made before an older one. */
@QuarkusTest
@TestProfile(RenewedNoticeIT.WithAnOlderNotice.class)
class RenewedNoticeIT {

    /** A database of its own, in which the notice 0.9.0 has been in use. */
    public static class WithAnOlderNotice implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.flyway.locations",
                    "db/migration,db/outbox,db/subject-keys,db/subject-tasks,db/renewed-notice",
                    "privacy.notice.tell-systems-after",
                    "0S");
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(OidcResource.class),
                    new TestResourceEntry(PostgreSqlResource.class, Map.of("database", "renewed_notice")),
                    new TestResourceEntry(
                            KafkaResource.class,
                            Map.of("topics", RealParts.TOPICS, "compacted", RealParts.COMPACTED_TOPICS)),
                    new TestResourceEntry(RequestsEndpoint.class),
                    new TestResourceEntry(KeysResource.class));
        }
    }

    @Test
    void what_was_chosen_or_left_open_means_what_the_customer_could_know() {
        ValidatableResponse choices = read("c-renewed-1").statusCode(200);

        assertThat(cell(choices, "marketing-main", "email", "main"))
                .as("allowed on another basis")
                .containsEntry("allowed", false)
                .containsEntry("newChoiceNeeded", true);
        assertThat(cell(choices, "marketing-marketplace", "email", "marketplace"))
                .as("allowed on the same basis")
                .containsEntry("allowed", true)
                .containsEntry("newChoiceNeeded", false)
                .containsEntry("since", "2020-03-01T00:00:00Z");
        assertThat(cell(choices, "marketing-main", "sms", "main"))
                .as("refused")
                .containsEntry("allowed", false)
                .containsEntry("newChoiceNeeded", false);
        assertThat(cell(choices, "marketing-main", "post", "main"))
                .as("a new cell that is off unless chosen")
                .containsEntry("allowed", false)
                .containsEntry("newChoiceNeeded", false);
        assertThat(cell(choices, "feedback", "email", "marketplace"))
                .as("a new cell in the legitimate interest that was there before")
                .containsEntry("allowed", true);
        assertThat(cell(choices, "personalise", "on-site", "main"))
                .as("a new purpose that is on unless chosen")
                .containsEntry("allowed", false)
                .containsEntry("newChoiceNeeded", true);
        assertThat(cell(choices, "deliver-purchases", "email", "main"))
                .as("a service message")
                .containsEntry("allowed", true);
    }

    @Test
    void senders_are_told_the_same() {
        check("c-renewed-1", "marketing-main", "email", "main")
                .body("allowed", equalTo(false))
                .body("because", equalTo("new-choice-needed"));
        check("c-renewed-1", "marketing-marketplace", "email", "marketplace")
                .body("allowed", equalTo(true))
                .body("because", equalTo("chosen"));
        check("c-renewed-1", "marketing-main", "sms", "main").body("because", equalTo("refused"));
        check("c-renewed-1", "feedback", "email", "marketplace").body("because", equalTo("not-refused"));
        check("c-renewed-1", "personalise", "on-site", "main").body("because", equalTo("new-choice-needed"));
    }

    private static ValidatableResponse check(String customer, String purpose, String channel, String brand) {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("marketing")
                        .sign())
                .get("/send-check?customerId=%s&purpose=%s&channel=%s&brand=%s"
                        .formatted(customer, purpose, channel, brand))
                .then()
                .statusCode(200);
    }

    @Test
    void somebody_who_comes_after_it_gets_what_the_register_says() {
        read("c-new")
                .body("choices.findAll { it.newChoiceNeeded }", empty())
                .body("choices.find { it.purpose == 'personalise' && it.brand == 'main' }.allowed", equalTo(true));
    }

    @Test
    void the_systems_are_told_of_everybody_for_whom_something_has_changed() {
        for (String customer : List.of("c-renewed-1", "c-renewed-200", "c-renewed-450", "c-renewed-99")) {
            PreferencesState told = KafkaProbe.awaitEvent(
                    EventType.PREFERENCES_STATE, PreferencesState.class, "c:" + customer, state -> true);

            assertThat(told.version()).isEqualTo(4);
            assertThat(told.allows("marketing-main", "email", "main")).isFalse();
            assertThat(told.allows("marketing-marketplace", "email", "marketplace"))
                    .isTrue();
        }
    }

    @Test
    void asked_again_the_customer_allows_it_anew_with_new_evidence() {
        // Given
        String customer = "c-renewed-7";
        KafkaProbe.awaitEvent(EventType.PREFERENCES_STATE, PreferencesState.class, "c:" + customer, state -> true);

        // When
        for (int i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(token(customer))
                    .contentType("application/json")
                    .body(ChoicesIT.body(ChoicesIT.notice(), "marketing-main", "email", "main", true))
                    .patch("/preferences")
                    .then()
                    .statusCode(200)
                    // Then
                    .body("version", equalTo(5));
        }
        assertThat(cell(read(customer), "marketing-main", "email", "main"))
                .containsEntry("allowed", true)
                .containsEntry("newChoiceNeeded", false);
        ChoicesChanged changed = KafkaProbe.awaitEvent(
                EventType.CHOICES_CHANGED, ChoicesChanged.class, "c:" + customer, found -> found.version() == 5);
        assertThat(changed.noticeVersion()).isEqualTo(ChoicesIT.notice());
    }

    @Test
    void what_no_longer_covers_what_is_done_does_not_come_back_with_the_rest() {
        // Given somebody who allowed two things before the older notice, and has switched everything off
        String customer = "c-renewed-8";
        given().auth()
                .oauth2(token(customer))
                .contentType("application/json")
                .body("{\"allowed\": false, \"language\": \"en\"}")
                .put("/preferences/everything")
                .then()
                .statusCode(200);

        // When
        given().auth()
                .oauth2(token(customer))
                .delete("/preferences/everything")
                .then()
                .statusCode(200)
                // Then the one whose basis has changed stays off and is named
                .body("stayedOff.size()", equalTo(1))
                .body("stayedOff[0].purpose", equalTo("marketing-main"))
                .body("stayedOff[0].channel", equalTo("email"));
        assertThat(cell(read(customer), "marketing-main", "email", "main")).containsEntry("allowed", false);
        assertThat(cell(read(customer), "marketing-marketplace", "email", "marketplace"))
                .containsEntry("allowed", true);
    }

    @Test
    void both_notices_can_be_read_and_the_difference_says_what_is_asked_again() {
        String today = ChoicesIT.notice();

        given().get("/notice/versions").then().body("version", contains(today, "0.9.0"));
        given().header("Accept-Language", "de")
                .get("/notice/versions/0.9.0")
                .then()
                .statusCode(200)
                .header("Content-Language", "en")
                .body("purposes.key", hasItem("telepathy"));
        given().header("Accept-Language", "de")
                .get("/notice/diff?from=0.9.0")
                .then()
                .statusCode(200)
                .body("to", equalTo(today))
                .body("languages.added", contains("de", "fr", "es", "it"))
                .body("purposes.removed.key", contains("telepathy"))
                .body("purposes.added.key", hasItems("personalise", "deliver-purchases"))
                .body(
                        "purposes.changed.find { it.key == 'marketing-main' }.facts.find { it.field == 'legalBases' }.before",
                        contains("LEGITIMATE_INTERESTS"))
                .body(
                        "purposes.changed.find { it.key == 'marketing-main' }.name.text",
                        equalTo("Neues und Angebote aus dem Shop"))
                .body("recipients.added.key", hasItem("carriers"))
                .body("retention.added.key", hasItem("tax-records"))
                .body("newChoiceNeeded", contains("marketing-main"))
                .body("newChoiceNeeded", not(hasItem("feedback")));
    }

    private static Map<String, Object> cell(ValidatableResponse choices, String purpose, String channel, String brand) {
        return choices.extract()
                .path("choices.find { it.purpose == '%s' && it.channel == '%s' && it.brand == '%s' }"
                        .formatted(purpose, channel, brand));
    }

    private static ValidatableResponse read(String customer) {
        return given().auth().oauth2(token(customer)).get("/preferences").then();
    }

    private static String token(String customer) {
        return Tokens.forService("preferences-service").customer(customer).sign();
    }
}
