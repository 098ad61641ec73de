package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.ChoicesChanged;
import org.privacypromise.events.ContactPointRecorded;
import org.privacypromise.events.CustomerIdAllocated;
import org.privacypromise.events.EventType;
import org.privacypromise.events.PreferencesState;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.Tokens;

@QuarkusTest
class UnsubscribeIT {

    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    private final String customer = "c-" + UUID.randomUUID();
    private final String contactRef = "1." + UUID.randomUUID();

    @BeforeEach
    void a_customer_with_an_address_who_allowed_both_brands() {
        KafkaProbe.publish("identity.events.v1", new CustomerIdAllocated(customer, 1, Instant.now()));
        KafkaProbe.publish(
                "identity.events.v1",
                new ContactPointRecorded(
                        customer, 2, contactRef, ContactPointRecorded.Kind.EMAIL, false, Instant.now()));
        await().atMost(Duration.ofSeconds(20)).until(() -> link().statusCode() == 201);
        for (String[] cell : new String[][] {{"marketing-main", "main"}, {"marketing-marketplace", "marketplace"}}) {
            given().auth()
                    .oauth2(customerToken())
                    .contentType("application/json")
                    .body(ChoicesIT.body(ChoicesIT.notice(), cell[0], "email", cell[1], true))
                    .patch("/preferences")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void a_mailer_gets_exactly_the_headers_of_rfc_8058() {
        Response link = link();

        String url = link.path("url");
        assertThat(link.<String>path("headers.List-Unsubscribe")).isEqualTo("<" + url + ">");
        assertThat(link.<String>path("headers.List-Unsubscribe-Post")).isEqualTo(ONE_CLICK);
        assertThat(url).doesNotContain(customer).doesNotContain(contactRef);
    }

    @Test
    void one_post_opts_out_of_that_and_of_nothing_else() {
        // When
        given().contentType("application/x-www-form-urlencoded")
                .body(ONE_CLICK)
                .redirects()
                .follow(false)
                .post(path())
                .then()
                .statusCode(200);

        // Then
        assertThat(allowed("marketing-marketplace")).isFalse();
        assertThat(allowed("marketing-main")).isTrue();
        ChoicesChanged changed = KafkaProbe.awaitEvent(
                EventType.CHOICES_CHANGED,
                ChoicesChanged.class,
                "c:" + customer,
                found -> found.source() == ChoicesChanged.Source.UNSUBSCRIBE_LINK);
        assertThat(changed.changes())
                .containsExactly(new ChoicesChanged.Change("marketing-marketplace", "email", "marketplace", false));
        PreferencesState atContactPoint = KafkaProbe.awaitEvent(
                EventType.PREFERENCES_STATE, PreferencesState.class, "p:" + contactRef, found -> found.version() == 2);
        assertThat(atContactPoint.allows("marketing-marketplace", "email", "marketplace"))
                .isFalse();
    }

    @Test
    void whoever_had_allowed_it_in_their_account_is_shown_that_their_mailbox_said_no() {
        // When, twice
        for (int i = 0; i < 2; i++) {
            given().contentType("application/x-www-form-urlencoded")
                    .body(ONE_CLICK)
                    .post(path())
                    .then()
                    .statusCode(200);
        }

        // Then
        preferences()
                .body("conflicts.size()", equalTo(1))
                .body("conflicts[0].cell.purpose", equalTo("marketing-marketplace"))
                .body("conflicts[0].winner", equalTo("there"))
                .body("conflicts[0].here.allowed", equalTo(true))
                .body("conflicts[0].there.source", equalTo("UNSUBSCRIBE_LINK"));

        // And it is settled by the customer's own word
        given().auth()
                .oauth2(customerToken())
                .contentType("application/json")
                .body(ChoicesIT.body(ChoicesIT.notice(), "marketing-marketplace", "email", "marketplace", false))
                .patch("/preferences")
                .then()
                .statusCode(200);
        preferences().body("conflicts.size()", equalTo(0));
    }

    private ValidatableResponse preferences() {
        return given().auth().oauth2(customerToken()).get("/preferences").then().statusCode(200);
    }

    @Test
    void multipart_is_as_good_and_a_replay_is_as_good_as_the_first() {
        for (int i = 0; i < 2; i++) {
            given().multiPart("List-Unsubscribe", "One-Click")
                    .post(path())
                    .then()
                    .statusCode(200);
        }
        assertThat(allowed("marketing-marketplace")).isFalse();
    }

    @Test
    void what_a_scanner_does_changes_nothing() {
        String path = path();
        given().get(path).then().statusCode(200).contentType("text/html").body(containsString("<button"));
        given().head(path).then().statusCode(200);
        given().options(path).then().statusCode(200);
        given().contentType("application/json").body("{}").post(path).then().statusCode(415);
        given().contentType("application/x-www-form-urlencoded")
                .body("")
                .post(path)
                .then()
                .statusCode(400)
                .body("type", endsWith(":not-one-click"));
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=Two-Click")
                .post(path)
                .then()
                .statusCode(400);
        given().put(path).then().statusCode(405);
        given().delete(path).then().statusCode(405);

        assertThat(allowed("marketing-marketplace")).isTrue();
    }

    @Test
    void the_page_has_no_cookie_loads_nothing_and_is_not_kept() {
        given().get(path())
                .then()
                .header("Set-Cookie", nullValue())
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(not(containsString("<script")))
                .body(not(containsString(contactRef)));
    }

    @Test
    void a_forged_link_opens_nothing_and_tells_nothing() {
        String path = path();
        String forged = path.substring(0, path.length() - 2) + (path.endsWith("AA") ? "BB" : "AA");
        for (String bad : new String[] {forged, "/u/x", "/u/" + "A".repeat(3000), "/u/%00", "/u/..%2Fpreferences"}) {
            String page = given().urlEncodingEnabled(false)
                    .get(bad)
                    .then()
                    .statusCode(404)
                    .extract()
                    .asString();
            assertThat(page).doesNotContain("forged").doesNotContain("signature");
            given().urlEncodingEnabled(false)
                    .contentType("application/x-www-form-urlencoded")
                    .body(ONE_CLICK)
                    .post(bad)
                    .then()
                    .statusCode(404);
        }
        assertThat(allowed("marketing-marketplace")).isTrue();
    }

    @Test
    void an_opt_out_made_before_we_knew_whose_address_it_is_is_carried_over() {
        // Given
        given().contentType("application/x-www-form-urlencoded").body(ONE_CLICK).post(path());
        String second = "c-" + UUID.randomUUID();

        // When
        KafkaProbe.publish(
                "identity.events.v1",
                new ContactPointRecorded(second, 1, contactRef, ContactPointRecorded.Kind.EMAIL, true, Instant.now()));

        // Then
        ChoicesChanged carried =
                KafkaProbe.awaitEvent(EventType.CHOICES_CHANGED, ChoicesChanged.class, "c:" + second, found -> true);
        assertThat(carried.source()).isEqualTo(ChoicesChanged.Source.SUPPRESSION);
        assertThat(carried.changes())
                .containsExactly(new ChoicesChanged.Change("marketing-marketplace", "email", "marketplace", false));
    }

    @Test
    void links_are_for_systems_and_for_what_can_be_opted_out_of() {
        Map<String, String> message = message("marketing-marketplace", "marketplace");
        given().contentType("application/json")
                .body(message)
                .post("/unsubscribe-links")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(customerToken())
                .contentType("application/json")
                .body(message)
                .post("/unsubscribe-links")
                .then()
                .statusCode(403);
        link(message("mind-reading", "main")).then().statusCode(422);
        link(Map.of("purpose", "marketing-main", "channel", "email", "brand", "main"))
                .then()
                .statusCode(422);
        link(Map.of("customerId", "c-unknown", "purpose", "marketing-main", "channel", "email", "brand", "main"))
                .then()
                .statusCode(404);
    }

    private Map<String, String> message(String purpose, String brand) {
        return Map.of("customerId", customer, "purpose", purpose, "channel", "email", "brand", brand);
    }

    private Response link() {
        return link(message("marketing-marketplace", "marketplace"));
    }

    private static Response link(Map<String, String> message) {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("marketing")
                        .sign())
                .contentType("application/json")
                .body(message)
                .post("/unsubscribe-links");
    }

    private String path() {
        return URI.create(link().path("url")).getPath();
    }

    private boolean allowed(String purpose) {
        return given().auth()
                .oauth2(customerToken())
                .get("/preferences")
                .path("choices.find { it.purpose == '" + purpose + "' && it.channel == 'email' }.allowed");
    }

    private String customerToken() {
        return Tokens.forService("preferences-service").customer(customer).sign();
    }
}
