package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.EventType;
import org.privacypromise.events.PreferencesState;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.Tokens;

/** Somebody has objected to direct marketing, as a request under the law. */
@QuarkusTest
class ObjectionIT {

    private final String customer = "c-" + UUID.randomUUID();
    private final String request = UUID.randomUUID().toString();

    @Test
    void nothing_is_advertised_any_more_and_what_is_no_marketing_stays() {
        // Given
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
        object("{\"customerId\":\"" + customer + "\",\"language\":\"de\"}").statusCode(204);
        object("{\"customerId\":\"" + customer + "\",\"language\":\"de\"}").statusCode(204);

        // Then
        assertThat(Contacts.allowed(customer))
                .containsEntry("marketing-main/email/main", false)
                .containsEntry("feedback/email/main", true);
        PreferencesState state = KafkaProbe.awaitEvent(
                EventType.PREFERENCES_STATE,
                PreferencesState.class,
                "c:" + customer,
                found -> !found.allows("marketing-main", "email", "main"));
        assertThat(state.allows("feedback", "email", "main")).isTrue();
    }

    @Test
    void at_a_contact_point_it_counts_although_nobody_is_known_by_it() {
        String ref = "1." + UUID.randomUUID().toString().replace("-", "").substring(0, 22);

        object("{\"contactRef\":\"" + ref + "\",\"language\":\"en\"}").statusCode(204);

        KafkaProbe.awaitEvent(
                EventType.PREFERENCES_STATE,
                PreferencesState.class,
                "p:" + ref,
                found -> !found.allows("marketing-main", "email", "main"));
    }

    @Test
    void it_is_for_services_and_names_one() {
        given().contentType(ContentType.JSON)
                .body("{\"customerId\":\"c\",\"language\":\"en\"}")
                .put("/objections/" + request)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .customer(customer)
                        .sign())
                .contentType(ContentType.JSON)
                .body("{\"customerId\":\"c\",\"language\":\"en\"}")
                .put("/objections/" + request)
                .then()
                .statusCode(403);
        object("{\"language\":\"en\"}").statusCode(422);
        object("{\"customerId\":\"c\",\"contactRef\":\"1.r\",\"language\":\"en\"}")
                .statusCode(422);
        object("{\"customerId\":\"c\",\"language\":\"en\",\"allowed\":true}")
                .statusCode(400)
                .body("type", containsString("unknown-field"));
    }

    private ValidatableResponse object(String body) {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("requests-service")
                        .role("service")
                        .sign())
                .contentType(ContentType.JSON)
                .body(body)
                .put("/objections/" + request)
                .then();
    }
}
