package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.subjecttasks.SubjectRefs;
import org.privacypromise.teststack.Tokens;

/** What customers and the privacy team are shown of the evidence: receipts, and how it was on a day. */
@QuarkusTest
class EvidenceIT {

    private static final String EMAIL = "choices.find { it.purpose == 'marketing-main' && it.channel == 'email' }";

    @Inject
    AgroalDataSource database;

    @Inject
    SubjectRefs subjects;

    private final String customer = "c-" + UUID.randomUUID();

    @Test
    void a_customer_has_a_receipt_for_each_change() {
        // Given
        choose("email", true);
        choose("email", false);

        // Then
        me().get("/preferences/receipts")
                .then()
                .statusCode(200)
                .body("receipts.version", equalTo(List.of(3, 2)))
                .body("receipts[0].changes[0].allowed", equalTo(false))
                .body("receipts[0].href", equalTo("/preferences/receipts/3"))
                .header("Link", nullValue());
        String id = me().get("/preferences/receipts").path("receipts[0].receiptId");
        me().get("/preferences/receipts/3")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/ld+json"))
                .body("'dct:identifier'", equalTo(id))
                .body("'dpv:hasRecordOfActivity'.'dpv:hasDataSubject'.'dct:identifier'", equalTo(customer))
                .body(
                        "'dpv:hasRecordOfActivity'.'dpv:hasProcess'[0].'dpv:hasConsentStatus'[0].'@type'",
                        equalTo(List.of("dpv:ConsentWithdrawn")));
    }

    @Test
    void receipts_come_page_by_page() {
        choose("email", true);
        choose("email", false);

        me().get("/preferences/receipts?limit=1")
                .then()
                .body("receipts.version", equalTo(List.of(3)))
                .header("Link", containsString("before=3"));
        me().get("/preferences/receipts?limit=1&before=3").then().body("receipts.version", equalTo(List.of(2)));
        me().get("/preferences/receipts?limit=201").then().statusCode(422);
    }

    @Test
    void there_is_no_receipt_where_nothing_was_changed_nor_one_of_somebody_else() {
        choose("email", true);

        me().get("/preferences/receipts/1").then().statusCode(404).body("type", endsWith(":not-found"));
        as(Tokens.forService("preferences-service").customer("c-" + UUID.randomUUID()))
                .get("/preferences/receipts/2")
                .then()
                .statusCode(404);
        given().get("/preferences/receipts/2").then().statusCode(401);
        as(Tokens.forService("preferences-service").role("privacy-team"))
                .get("/preferences/receipts/2")
                .then()
                .statusCode(403);
    }

    @Test
    void the_choices_of_a_moment_are_told_with_the_record_that_says_so() {
        // Given
        choose("email", true);
        Instant allowed = Instant.now();
        choose("email", false);

        // Then
        at(allowed.toString())
                .statusCode(200)
                .body("version", equalTo(2))
                .body(EMAIL + ".allowed", equalTo(true))
                .body(EMAIL + ".because.version", equalTo(2))
                .body(EMAIL + ".because.source", equalTo("CUSTOMER"));
        at(Instant.now().toString()).body("version", equalTo(3)).body(EMAIL + ".allowed", equalTo(false));
        at("2020-02-29")
                .body("time", equalTo("2020-02-29T23:59:59.999999Z"))
                .body("version", equalTo(0))
                .body("choices", empty())
                .body("note", startsWith("Nothing was known then"));
        at("0001-01-01T00:00:00Z").statusCode(200).body("choices", empty());
        at("-999999999-01-01T00:00:00Z").statusCode(422).body("type", endsWith(":invalid-content"));
        at("2999-01-01").statusCode(422);
        me().get("/preferences/at").then().statusCode(422);
    }

    @Test
    void the_privacy_team_says_what_for_and_is_noted() throws SQLException {
        // Given
        choose("email", true);

        // Then
        String path = "/subjects/c:" + customer + "/preferences/at?time=" + Instant.now();
        RequestSpecification nameless =
                as(Tokens.forService("preferences-service").role("privacy-team"));
        nameless.get(path).then().statusCode(400).body("type", endsWith(":purpose-missing"));
        assertThat(noted()).isEmpty();
        as(Tokens.forService("preferences-service").role("privacy-team").subject("staff-7"))
                .header("X-Purpose", "complaint 12")
                .get(path)
                .then()
                .statusCode(200)
                .body(EMAIL + ".because.version", equalTo(2));
        assertThat(noted()).isEqualTo("past-choices by staff-7: complaint 12");
    }

    @Test
    void nobody_but_the_privacy_team_sees_somebody_elses_past() {
        String path = "/subjects/c:" + customer + "/preferences/at?time=2026-01-01";

        given().header("X-Purpose", "curiosity").get(path).then().statusCode(401);
        me().header("X-Purpose", "curiosity").get(path).then().statusCode(403);
        as(Tokens.forService("preferences-service").role("operator"))
                .header("X-Purpose", "curiosity")
                .get(path)
                .then()
                .statusCode(403);
    }

    @Test
    void the_past_is_told_after_the_choices_are_gone() throws SQLException {
        // Given
        choose("email", true);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM preferences WHERE key = 'c:" + customer + "'");
        }

        // Then
        as(Tokens.forService("preferences-service").role("privacy-team"))
                .header("X-Purpose", "complaint 12")
                .get("/subjects/c:" + customer + "/preferences/at?time=" + Instant.now())
                .then()
                .body(EMAIL + ".allowed", equalTo(true));
    }

    private String noted() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT string_agg(what || ' by ' || account || ': ' || purpose, ', ') FROM evidence_access WHERE subject_ref = '"
                                + subjects.refOf("c:" + customer) + "'")) {
            rows.next();
            return rows.getString(1) == null ? "" : rows.getString(1);
        }
    }

    private ValidatableResponse at(String time) {
        return me().get("/preferences/at?time=" + time).then();
    }

    private void choose(String channel, boolean allowed) {
        me().contentType("application/json")
                .body(ChoicesIT.body(ChoicesIT.notice(), "marketing-main", channel, "main", allowed))
                .patch("/preferences")
                .then()
                .statusCode(200);
    }

    private RequestSpecification me() {
        return as(Tokens.forService("preferences-service").customer(customer));
    }

    private static RequestSpecification as(Tokens token) {
        return given().auth().oauth2(token.sign());
    }
}
