package org.privacypromise.requests.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Desk;
import org.privacypromise.requests.Requested;
import org.privacypromise.requests.clock.law.Right;

/** Nobody looks at a person's request without a purpose, or without the person seeing it. */
@QuarkusTest
class LookAtRequestIT {

    private final Requested requested;

    LookAtRequestIT(Requested requested) {
        this.requested = requested;
    }

    @Test
    void a_look_is_in_the_customer_s_access_log_with_its_purpose_and_without_a_name() {
        // Given
        String customer = Customers.newCustomer();
        UUID request = requested.weighed(customer, Right.OBJECTION);

        // When
        Desk.team()
                .read(request)
                .then()
                .statusCode(200)
                .body("customerId", equalTo(customer))
                .body("status", equalTo("IN_REVIEW"))
                .body("possible", hasItems("EXTEND", "PROPOSE_REFUSAL"));

        // Then
        Customers.as(customer)
                .get("/access-log")
                .then()
                .statusCode(200)
                .body("requestId", contains(request.toString()))
                .body("who", contains("Somebody of our privacy team"))
                .body("what", contains("looked at your request"))
                .body("purpose", contains("answering the request"))
                .body(not(containsString("team-1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/status", "/history", "/notes", "/proposals"})
    void who_does_not_say_what_for_sees_nothing_and_that_is_logged_too(String part) {
        // Given
        String customer = Customers.newCustomer();
        UUID request = requested.weighed(customer, Right.OBJECTION);

        // When
        Desk.lead()
                .askingWithout()
                .get("/desk/requests/" + request + part)
                .then()
                .statusCode(400)
                .body("type", endsWith("purpose-missing"))
                .body(not(containsString(customer)));
        Desk.lead()
                .askingWithout()
                .header("X-Purpose", " x ")
                .get("/desk/requests/" + request + part)
                .then()
                .statusCode(400);

        // Then
        Customers.as(customer)
                .get("/access-log")
                .then()
                .body("what", hasSize(2))
                .body("what", hasItem(containsString("without saying what for")));
    }

    @Test
    void another_customer_s_log_does_not_show_it() {
        UUID request = requested.weighed(Customers.newCustomer(), Right.OBJECTION);
        Desk.team().read(request);

        Customers.as(Customers.newCustomer()).get("/access-log").then().body("", empty());
    }

    @Test
    void the_log_comes_page_by_page_and_a_page_s_end_is_good_for_its_customer_alone() {
        // Given
        String customer = Customers.newCustomer();
        UUID request = requested.weighed(customer, Right.OBJECTION);
        for (int i = 0; i < 3; i++) {
            Desk.team().read(request);
        }

        // When
        Response first = Customers.as(customer).get("/access-log?limit=2");
        String next = first.header("Link").replaceAll("^<(.*)>; rel=\"next\"$", "$1");

        // Then
        assertThat(first.jsonPath().getList("")).hasSize(2);
        Customers.as(customer)
                .urlEncodingEnabled(false)
                .get("/access-log" + next)
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .header("Link", nullValue());
        Customers.as(Customers.newCustomer())
                .urlEncodingEnabled(false)
                .get("/access-log" + next)
                .then()
                .statusCode(400);
    }

    @Test
    void nobody_sees_their_own_request_from_the_other_side() {
        // Given
        String customer = Customers.newCustomer();
        UUID request = requested.weighed(customer, Right.OBJECTION);

        // When
        given().auth()
                .oauth2(Desk.lead().token().claim("customer_id", customer).sign())
                .header("X-Purpose", "curious")
                .get("/desk/requests/" + request)
                .then()
                .statusCode(403)
                .body("type", endsWith("own-request"));
    }

    @Test
    void what_is_not_there_is_not_there() {
        Desk.team().read(UUID.randomUUID()).then().statusCode(404);
        Desk.team().read("1").then().statusCode(404);
    }

    @Test
    void customer_care_finds_where_a_caller_s_requests_stand_and_nothing_more() {
        // Given
        String customer = Customers.newCustomer();
        UUID request = requested.weighed(customer, Right.OBJECTION);

        // When
        Desk.care()
                .asking()
                .contentType(ContentType.JSON)
                .body(Map.of("customerId", customer))
                .post("/desk/look-ups")
                .then()
                .statusCode(200)
                .body("requestId", contains(request.toString()))
                .body("status", contains("IN_REVIEW"))
                .body(not(containsString(customer)));
        Desk.care().asking().get("/desk/requests/" + request + "/status").then().statusCode(200);
        Desk.care().read(request).then().statusCode(403);

        // Then
        Customers.as(customer)
                .get("/access-log")
                .then()
                .body("who", contains("Somebody of our customer care", "Somebody of our customer care"))
                .body("what[0]", equalTo("looked up where your request stands"));
    }

    @Test
    void a_look_up_takes_a_purpose_and_no_field_that_is_not_known() {
        Desk.care()
                .askingWithout()
                .contentType(ContentType.JSON)
                .body(Map.of("customerId", Customers.newCustomer()))
                .post("/desk/look-ups")
                .then()
                .statusCode(400)
                .body("type", endsWith("purpose-missing"));
        Desk.care()
                .asking()
                .contentType(ContentType.JSON)
                .body(Map.of("customerId", Customers.newCustomer(), "verified", true))
                .post("/desk/look-ups")
                .then()
                .statusCode(400)
                .body("type", endsWith("unknown-field"));
    }

    @Test
    void the_auditor_reads_the_history_and_sees_who_it_was() {
        // Given
        UUID request = requested.weighed(Customers.newCustomer(), Right.OBJECTION);
        Desk.team().read(request);

        // Then
        Desk.auditor()
                .asking()
                .get("/desk/requests/" + request + "/history")
                .then()
                .statusCode(200)
                .body("what", contains("Received", "ReviewNeeded", "READ", "READ_HISTORY"))
                .body("[1].from", equalTo("SCREENING"))
                .body("[1].to", equalTo("IN_REVIEW"))
                .body("[2].account", equalTo("team-1"))
                .body("[2].role", equalTo("privacy-team"))
                .body("[3].role", equalTo("auditor"));
        Desk.auditor().read(request).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE request_access SET purpose = 'another' WHERE request_id = ?",
                "DELETE FROM request_access WHERE request_id = ?",
                "UPDATE request_history SET staff = 'another' WHERE request_id = ?",
                "DELETE FROM request_history WHERE request_id = ?"
            })
    void what_was_noted_cannot_be_changed_or_removed(String statement) {
        UUID request = requested.weighed(Customers.newCustomer(), Right.OBJECTION);
        Desk.team().read(request);

        assertThatThrownBy(() -> Database.column(statement, request)).hasMessageContaining("is append-only");
    }

    @Test
    void what_was_noted_goes_when_its_retention_is_over() {
        UUID request = requested.weighed(Customers.newCustomer(), Right.OBJECTION);
        Desk.team().read(request);

        Database.column(
                "WITH over AS (SELECT set_config('privacy.retention_over', 'yes', true) AS said)"
                        + " DELETE FROM request_access USING over WHERE request_id = ? AND said = 'yes'",
                request);

        assertThat(Database.column("SELECT 1 FROM request_access WHERE request_id = ?", request))
                .isEqualTo(List.of());
    }
}
