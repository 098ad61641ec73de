package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacypromise.events.ChoicesChanged;
import org.privacypromise.events.EventType;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.Tokens;

/** The checkout tells of a sale at which the customer was offered to say no, and did not. */
@QuarkusTest
class SoftOptInIT {

    private static final String NEWS = "marketing-main/email/main";

    private final String customer = "c-" + UUID.randomUUID();
    private final String sale = "s-" + UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    @Test
    void a_sale_allows_what_the_customer_never_decided_on_and_its_evidence_is_kept() throws SQLException {
        // When
        post(body()).then().statusCode(200).body("choices[0].outcome", equalTo("ALLOWED"));

        // Then
        assertThat(Contacts.allowed(customer))
                .containsEntry(NEWS, true)
                .containsEntry("marketing-main/push/main", false);
        ChoicesChanged changed =
                KafkaProbe.awaitEvent(EventType.CHOICES_CHANGED, ChoicesChanged.class, "c:" + customer, found -> true);
        assertThat(changed.source()).isEqualTo(ChoicesChanged.Source.SOFT_OPT_IN);
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT details::text FROM consent_record WHERE key = ?")) {
            select.setString(1, "c:" + customer);
            var row = select.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).contains(sale, "soldOn", "optOutOfferedAt", "\"similarGoods\": \"true\"");
        }
    }

    @Test
    void the_same_sale_twice_and_a_permission_before_change_nothing() {
        post(body()).then().statusCode(200);
        post(body()).then().statusCode(200).body("choices[0].outcome", equalTo("ALLOWED_BEFORE"));
    }

    @Test
    void a_no_stays_a_no() {
        choose(false);

        post(body()).then().statusCode(200).body("choices[0].outcome", equalTo("REFUSED"));

        assertThat(Contacts.allowed(customer)).containsEntry(NEWS, false);
    }

    @Test
    void whoever_wants_nothing_at_all_gets_nothing_because_they_bought() {
        given().auth()
                .oauth2(token())
                .contentType("application/json")
                .body("{\"allowed\": false, \"language\": \"en\"}")
                .put("/preferences/everything")
                .then()
                .statusCode(200);

        post(body()).then().statusCode(200).body("choices[0].outcome", equalTo("REFUSED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"saleReference", "soldOn", "similarGoods", "optOutOfferedAt", "noticeVersion", "language"})
    void without_all_of_its_evidence_it_is_refused(String field) {
        post(body().replaceFirst("\"" + field + "\": [^,]*,", ""))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/" + field));
        assertThat(Contacts.allowed(customer)).containsEntry(NEWS, false);
    }

    @Test
    void evidence_that_cannot_be_true_is_refused() {
        refused(body().replace("\"similarGoods\": true", "\"similarGoods\": false"), "/similarGoods");
        refused(
                body().replace(
                                LocalDate.now().toString(),
                                LocalDate.now().plusDays(2).toString()),
                "/soldOn");
        refused(
                body().replaceFirst("\"optOutOfferedAt\": \"[^\"]*\"", "\"optOutOfferedAt\": \"2999-01-01T00:00:00Z\""),
                "/optOutOfferedAt");
        refused(body().replaceFirst("\"soldOn\": \"[^\"]*\"", "\"soldOn\": \"2020-01-01\""), "/optOutOfferedAt");
    }

    @Test
    void only_a_purpose_that_may_rest_on_it_and_only_electronic_mail() {
        post(body().replace("marketing-main", "feedback"))
                .then()
                .statusCode(422)
                .body("type", endsWith(":no-soft-opt-in"));
        post(body().replace("\"channel\": \"email\"", "\"channel\": \"phone\""))
                .then()
                .statusCode(422)
                .body("type", endsWith(":no-soft-opt-in"))
                .body("errors.pointer", hasItem("/choices/0"));
        post(body().replace(ChoicesIT.notice(), "0.0.1"))
                .then()
                .statusCode(409)
                .body("type", endsWith(":outdated-notice"));
    }

    @Test
    void only_the_checkout_tells_of_sales() {
        given().contentType("application/json")
                .body(body())
                .post("/soft-opt-ins")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("marketing")
                        .sign())
                .contentType("application/json")
                .body(body())
                .post("/soft-opt-ins")
                .then()
                .statusCode(403);
    }

    private void refused(String body, String pointer) {
        post(body).then().statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    private void choose(boolean allowed) {
        given().auth()
                .oauth2(token())
                .contentType("application/json")
                .body(ChoicesIT.body(ChoicesIT.notice(), "marketing-main", "email", "main", allowed))
                .patch("/preferences")
                .then()
                .statusCode(200);
    }

    private String token() {
        return Tokens.forService("preferences-service").customer(customer).sign();
    }

    private static Response post(String body) {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .client("checkout")
                        .role("checkout")
                        .sign())
                .contentType("application/json")
                .body(body)
                .post("/soft-opt-ins");
    }

    private String body() {
        return """
                {"customerId": "%s", "saleReference": "%s", "soldOn": "%s", "similarGoods": true,
                 "optOutOfferedAt": "%s", "noticeVersion": "%s", "language": "en",
                 "choices": [{"purpose": "marketing-main", "channel": "email", "brand": "main"}]}
                """.formatted(customer, sale, LocalDate.now(), Instant.now().minusSeconds(60), ChoicesIT.notice());
    }
}
