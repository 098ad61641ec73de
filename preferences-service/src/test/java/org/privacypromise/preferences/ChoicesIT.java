package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.ChoicesChanged;
import org.privacypromise.events.EventType;
import org.privacypromise.events.PreferencesState;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.Tokens;

@QuarkusTest
class ChoicesIT {

    private final String customer = "c-" + UUID.randomUUID();
    private final String key = "c:" + customer;

    @Test
    void somebody_who_never_chose_gets_no_marketing_and_is_told_every_choice_there_is() {
        read().statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("version", equalTo(0))
                .body("choices.findAll { it.purpose == 'marketing-main' && it.allowed }.size()", equalTo(0))
                .body("choices.findAll { it.purpose == 'marketing-main' && it.changeable }.channel", hasItem("email"));
    }

    @Test
    void a_choice_is_kept_published_in_full_and_recorded_with_its_evidence() {
        // When
        allow("marketing-main", "email", "main").statusCode(200).header("ETag", equalTo("\"2\""));

        // Then
        read().body("choices.find { it.purpose == 'marketing-main' && it.channel == 'email' }.allowed", equalTo(true));
        PreferencesState state = KafkaProbe.awaitEvent(
                EventType.PREFERENCES_STATE, PreferencesState.class, key, found -> found.version() == 2);
        assertThat(state.allows("marketing-main", "email", "main")).isTrue();
        assertThat(state.allows("marketing-marketplace", "email", "marketplace"))
                .isFalse();
        ChoicesChanged changed =
                KafkaProbe.awaitEvent(EventType.CHOICES_CHANGED, ChoicesChanged.class, key, found -> true);
        assertThat(changed.changes())
                .containsExactly(new ChoicesChanged.Change("marketing-main", "email", "main", true));
        assertThat(changed.source()).isEqualTo(ChoicesChanged.Source.CUSTOMER);
    }

    @Test
    void the_same_choice_again_is_no_change() {
        allow("marketing-main", "email", "main").body("version", equalTo(2));
        allow("marketing-main", "email", "main").body("version", equalTo(2));
    }

    @Test
    void choices_that_are_not_named_stay_as_they_are() {
        // Given
        allow("marketing-main", "email", "main");

        // When
        allow("marketing-marketplace", "email", "marketplace");

        // Then
        read().body(
                        "choices.findAll { it.channel == 'email' && it.changeable && it.purpose.startsWith('marketing') && it.allowed }.purpose",
                        equalTo(List.of("marketing-main", "marketing-marketplace")));
    }

    @Test
    void a_change_based_on_what_is_no_longer_so_is_refused() {
        // Given
        allow("marketing-main", "email", "main");

        // When
        patch("\"1\"", body(notice(), "marketing-main", "sms", "main", true))
                // Then
                .statusCode(412)
                .body("type", endsWith(":changed-meanwhile"));
        patch("\"2\"", body(notice(), "marketing-main", "sms", "main", true)).statusCode(200);
    }

    @Test
    void opting_in_needs_the_notice_of_today_and_opting_out_never_does() {
        patch(null, body("an-old-one", "marketing-main", "email", "main", true))
                .statusCode(409)
                .body("type", endsWith(":outdated-notice"))
                .body("detail", containsString(notice()));
        patch(null, body("an-old-one", "marketing-main", "email", "main", false))
                .statusCode(200);
    }

    @Test
    void a_choice_that_does_not_exist_is_refused_with_all_others_of_the_same_request() {
        // When
        patch(null, """
                {"noticeVersion": "%s", "language": "en", "choices": [
                  {"purpose": "marketing-main", "channel": "email", "brand": "main", "allowed": true},
                  {"purpose": "marketing-main", "channel": "email", "brand": "marketplace", "allowed": true},
                  {"purpose": "mind-reading", "channel": "email", "brand": "main", "allowed": true}]}
                """.formatted(notice()))
                // Then
                .statusCode(422)
                .body("type", endsWith(":unknown-choice"))
                .body("errors.pointer", equalTo(List.of("/choices/1", "/choices/2")));
        read().body("version", equalTo(0));
    }

    @Test
    void bad_requests_change_nothing_and_say_what_is_wrong() {
        patch(null, "{").statusCode(400).body("type", endsWith(":malformed-request"));
        patch(null, "{\"customerId\":\"c-2\"}").statusCode(400).body("type", endsWith(":unknown-field"));
        patch(null, "{\"noticeVersion\":\"1\",\"language\":\"en\",\"choices\":[]}")
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/choices")));
        patch(null, "null").statusCode(422);
        patch(null, body(notice(), "marketing-main", "email", "main", true).replace("true", "\"yes\""))
                .statusCode(400);
        patch(null, " ".repeat(10_000_000)).statusCode(413);
        read().body("version", equalTo(0));
    }

    @Test
    void only_a_linked_customer_gets_in() {
        given().get("/preferences").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .role("customer")
                        .sign())
                .get("/preferences")
                .then()
                .statusCode(403)
                .body("type", endsWith(":not-linked"));
        given().auth()
                .oauth2(Tokens.forService("identity-service").customer(customer).sign())
                .get("/preferences")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("orders")
                        .sign())
                .get("/preferences")
                .then()
                .statusCode(403);
    }

    @Test
    void many_changes_at_once_each_get_a_version_of_their_own() throws Exception {
        // Given
        List<String> channels = List.of("email", "sms", "push", "post", "phone");

        // When
        try (var clients = Executors.newFixedThreadPool(10)) {
            clients.invokeAll(IntStream.range(0, 50)
                            .<java.util.concurrent.Callable<Integer>>mapToObj(i -> () -> patch(
                                            null,
                                            body(notice(), "marketing-main", channels.get(i % 5), "main", i % 2 == 0))
                                    .extract()
                                    .statusCode())
                            .toList())
                    .forEach(answer -> assertThat(answer.resultNow()).isEqualTo(200));
        }

        // Then
        int newest = read().extract().path("version");
        KafkaProbe.awaitEvent(
                EventType.PREFERENCES_STATE, PreferencesState.class, key, found -> found.version() == newest);
        assertThat(KafkaProbe.events(EventType.PREFERENCES_STATE, PreferencesState.class, key))
                .extracting(PreferencesState::version)
                .isEqualTo(
                        IntStream.rangeClosed(1, newest).mapToObj(Long::valueOf).toList());
    }

    @Test
    void the_notice_is_open_to_everybody_and_says_what_is_undecided() {
        given().header("Accept-Language", "xx, en;q=0.5")
                .get("/notice")
                .then()
                .statusCode(200)
                .body("purposes.find { it.key == 'marketing-main' }.what.language", equalTo("en"))
                .body("purposes.findAll { it.undecided && !it.legalBases.isEmpty() }.size()", equalTo(0));
    }

    private ValidatableResponse allow(String purpose, String channel, String brand) {
        return patch(null, body(notice(), purpose, channel, brand, true)).statusCode(200);
    }

    private ValidatableResponse patch(String ifMatch, String body) {
        var request =
                given().auth().oauth2(token()).contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .patch("/preferences")
                .then();
    }

    private ValidatableResponse read() {
        return given().auth().oauth2(token()).get("/preferences").then();
    }

    private String token() {
        return Tokens.forService("preferences-service").customer(customer).sign();
    }

    static String notice() {
        return given().get("/notice").path("version");
    }

    static String body(String notice, String purpose, String channel, String brand, boolean allowed) {
        return """
                {"noticeVersion": "%s", "language": "en", "choices": [
                  {"purpose": "%s", "channel": "%s", "brand": "%s", "allowed": %s}]}
                """.formatted(notice, purpose, channel, brand, allowed);
    }
}
