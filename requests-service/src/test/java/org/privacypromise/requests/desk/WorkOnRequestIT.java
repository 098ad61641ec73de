package org.privacypromise.requests.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Desk;
import org.privacypromise.requests.Requested;
import org.privacypromise.requests.Together;
import org.privacypromise.requests.clock.law.Right;

/** What the people of the desk do with requests, and what they must not. */
@QuarkusTest
class WorkOnRequestIT {

    private static final String EVIDENCE = "Forty identical requests within one hour, see the file.";
    private static final String EXPLANATION = "You have asked for the same forty times within one hour.";
    private static final Map<String, String> REFUSAL =
            Map.of("outcome", "REFUSE", "ground", "EXCESSIVE", "evidence", EVIDENCE, "explanation", EXPLANATION);

    private final Requested requested;
    private String customer;
    private UUID request;

    WorkOnRequestIT(Requested requested) {
        this.requested = requested;
    }

    @BeforeEach
    void a_request_in_review() {
        customer = Customers.newCustomer();
        request = requested.weighed(customer, Right.OBJECTION);
    }

    @Test
    void somebody_is_given_the_request_and_another_one_takes_it_over() {
        Desk.team()
                .step(request, "assignment", Map.of("assignee", "team-2"))
                .then()
                .statusCode(200)
                .body("assignee", equalTo("team-2"));

        Map<String, String> nobody = new HashMap<>();
        nobody.put("assignee", null);
        Desk.team().step(request, "assignment", nobody).then().statusCode(200).body("assignee", nullValue());

        history()
                .body("findAll { it.what == 'ASSIGNED' }.to", hasItem("team-2"))
                .body("findAll { it.what == 'ASSIGNED' }.from", hasItem("team-2"));
    }

    @Test
    void a_note_is_for_colleagues_and_lies_encrypted() {
        Desk.team()
                .step(request, "notes", Map.of("text", "Called back, speaks Welsh."))
                .then()
                .statusCode(200);

        Desk.lead()
                .asking()
                .get("/desk/requests/" + request + "/notes")
                .then()
                .statusCode(200)
                .body("text", equalTo(List.of("Called back, speaks Welsh.")))
                .body("account", equalTo(List.of("team-1")));
        assertThat(Database.column("SELECT encode(text, 'escape') FROM desk_note WHERE request_id = ?", request))
                .singleElement()
                .asString()
                .doesNotContain("Welsh");
    }

    @Test
    void a_question_is_asked_once_and_its_answer_is_taken_once() {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        Desk.team()
                .step(request, "clarification", Map.of("words", "Which of our shops do you mean?"))
                .then()
                .statusCode(200)
                .body("possible", hasItem("TAKE_CLARIFICATION"));
        Desk.team()
                .step(request, "clarification", Map.of("words", "And once more?"))
                .then()
                .statusCode(409)
                .body("type", endsWith("step-not-possible"))
                .body("detail", containsString("take clarification"));
        Desk.team()
                .step(request, "clarification/answer", Map.of("on", today, "words", "The one in Leeds."))
                .then()
                .statusCode(200);
        Desk.team()
                .step(request, "clarification/answer", Map.of("on", today, "words", "The one in Leeds."))
                .then()
                .statusCode(409);

        history().body("what", hasItems("ClarificationAsked", "CLARIFICATION_ASKED", "CLARIFICATION_TAKEN"));
    }

    @Test
    void whoever_is_doubted_is_asked_to_show_who_they_are() {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        Desk.team()
                .step(request, "identity", Map.of("words", "Please sign in once more and confirm your last order."))
                .then()
                .statusCode(200);
        Desk.team()
                .step(request, "identity/answer", Map.of("on", today, "words", "Last order confirmed."))
                .then()
                .statusCode(200);
    }

    @Test
    void a_lead_takes_more_time_and_the_customer_is_told() {
        String before = Desk.lead().read(request).path("dueDate");

        String after = Desk.lead()
                .step(request, "extension", Map.of("words", "It is about nine years of orders in five shops."))
                .then()
                .statusCode(200)
                .body("extended", equalTo(true))
                .extract()
                .path("dueDate");

        assertThat(LocalDate.parse(after)).isAfter(LocalDate.parse(before).plusDays(50));
        assertThat(Customers.read(customer, request.toString()).<String>path("dueDate"))
                .isEqualTo(after);
        assertThat(Database.column("SELECT 1 FROM notice WHERE request_id = ? AND kind = 'EXTENDED'", request))
                .hasSize(1);
        history()
                .body("find { it.what == 'EXTENDED' }.from", equalTo(before))
                .body("find { it.what == 'EXTENDED' }.to", equalTo(after))
                .body("find { it.what == 'EXTENDED' }.account", equalTo("lead-1"));
    }

    @Test
    void the_team_does_not_extend_and_refuses_nothing_by_itself() {
        Desk.team()
                .step(request, "extension", Map.of("words", "It takes longer."))
                .then()
                .statusCode(403);
        String proposal = proposed(Desk.team(), REFUSAL);
        Desk.team()
                .step(request, "proposals/" + proposal + "/approval", Map.of())
                .then()
                .statusCode(403);
        Desk.team().read(request).then().body("status", equalTo("IN_REVIEW"));
    }

    @Test
    void a_refusal_takes_a_second_person_who_leads_and_the_customer_is_told_why() {
        // Given
        String proposal = proposed(Desk.team(), REFUSAL);
        Desk.lead()
                .asking()
                .get("/desk/requests/" + request + "/proposals")
                .then()
                .body("[0].evidence", equalTo(EVIDENCE))
                .body("[0].explanation", equalTo(EXPLANATION))
                .body("[0].proposedBy", equalTo("team-1"));

        // When
        Desk.lead()
                .step(request, "proposals/" + proposal + "/approval", Map.of())
                .then()
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("openProposal", nullValue());

        // Then
        Customers.as(customer)
                .get("/requests/" + request)
                .then()
                .body("status", equalTo("REFUSED"))
                .body("next", containsString("complain"));
        assertThat(Database.column("SELECT refusal_ground FROM request WHERE id = ?", request))
                .containsExactly("EXCESSIVE");
        assertThat(Database.column("SELECT 1 FROM notice WHERE request_id = ? AND kind = 'REFUSED'", request))
                .hasSize(1);
        assertThat(Database.column(
                        "SELECT encode(evidence, 'escape') || encode(explanation, 'escape') FROM desk_proposal"
                                + " WHERE request_id = ?",
                        request))
                .singleElement()
                .asString()
                .doesNotContain("forty", "Forty");
    }

    @Test
    void a_lead_does_not_decide_on_what_they_have_proposed_themselves() {
        String proposal = proposed(Desk.lead(), REFUSAL);

        Desk.lead()
                .step(request, "proposals/" + proposal + "/approval", Map.of())
                .then()
                .statusCode(403)
                .body("type", endsWith("second-person-needed"));
        new Desk("privacy-lead", "lead-2")
                .step(request, "proposals/" + proposal + "/approval", Map.of())
                .then()
                .statusCode(200);
    }

    @Test
    void what_was_turned_down_can_be_proposed_anew() {
        String first = proposed(Desk.team(), REFUSAL);
        Desk.team().step(request, "proposals", REFUSAL).then().statusCode(409);

        Desk.lead()
                .step(request, "proposals/" + first + "/turning-down", Map.of())
                .then()
                .statusCode(200);

        assertThat(proposed(Desk.team(), REFUSAL)).isNotEqualTo(first);
        Desk.lead()
                .step(request, "proposals/" + first + "/approval", Map.of())
                .then()
                .statusCode(404);
    }

    @Test
    void a_refusal_without_evidence_is_none() {
        Desk.team()
                .step(request, "proposals", Map.of("outcome", "REFUSE", "explanation", EXPLANATION))
                .then()
                .statusCode(422);
        Desk.team()
                .step(
                        request,
                        "proposals",
                        Map.of(
                                "outcome",
                                "REFUSE",
                                "ground",
                                "EXCESSIVE",
                                "evidence",
                                "often",
                                "explanation",
                                EXPLANATION))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/evidence"));
    }

    @Test
    void a_grant_for_which_policy_asks_nobody_else_is_done_at_once() {
        screened();

        Desk.team()
                .step(request, "proposals", Map.of("outcome", "GRANT", "explanation", "Their reasons outweigh ours."))
                .then()
                .statusCode(200)
                .body("status", equalTo("FULFILLING"));
    }

    @Test
    void where_policy_asks_for_it_a_grant_takes_a_second_person_too() {
        request = requested.weighed(customer, Right.RECTIFICATION);
        screened();
        String proposal =
                proposed(Desk.team(), Map.of("outcome", "GRANT", "explanation", "The passport says the same."));

        Desk.team().read(request).then().body("status", equalTo("IN_REVIEW"));
        Desk.lead()
                .step(request, "proposals/" + proposal + "/approval", Map.of())
                .then()
                .statusCode(200)
                .body("status", equalTo("FULFILLING"));
    }

    @Test
    void nobody_skips_a_step() {
        request = requested.by(customer, Right.ACCESS);

        Desk.team()
                .step(request, "proposals", Map.of("outcome", "GRANT", "explanation", "Let us be quick."))
                .then()
                .statusCode(409)
                .body("type", endsWith("step-not-possible"));
        Desk.team()
                .step(
                        request,
                        "identity/answer",
                        Map.of("on", LocalDate.now(ZoneOffset.UTC).toString(), "words", "Seen."))
                .then()
                .statusCode(409);
    }

    @Test
    void nobody_decides_on_what_somebody_else_has_changed_meanwhile() {
        String version = Desk.team().read(request).header("ETag");
        Desk.team()
                .step(request, "notes", version, Map.of("text", "first"))
                .then()
                .statusCode(200);

        Desk.lead()
                .step(request, "extension", version, Map.of("words", "It takes longer."))
                .then()
                .statusCode(412)
                .body("type", endsWith("changed-meanwhile"));
        Desk.team()
                .asking()
                .contentType(ContentType.JSON)
                .body(Map.of("text", "without a version"))
                .post("/desk/requests/" + request + "/notes")
                .then()
                .statusCode(428)
                .body("type", endsWith("version-needed"));
    }

    @Test
    void of_many_who_do_something_at_the_same_moment_one_does() throws Exception {
        String version = Desk.team().read(request).header("ETag");

        List<Integer> answers = Together.times(
                8,
                () -> Desk.team()
                        .step(request, "notes", version, Map.of("text", "me first"))
                        .statusCode());

        assertThat(answers)
                .containsOnlyOnce(200)
                .filteredOn(status -> status != 200)
                .containsOnly(412);
    }

    @Test
    void what_the_desk_does_takes_a_fresh_sign_in() {
        String version = Desk.team().read(request).header("ETag");

        Desk.team()
                .signedInBefore(Duration.ofHours(1))
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(Map.of("text", "from an old session"))
                .post("/desk/requests/" + request + "/notes")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("insufficient_user_authentication"));
    }

    @Test
    void nobody_works_on_their_own_request() {
        String version = Desk.team().read(request).header("ETag");

        given().auth()
                .oauth2(Desk.lead().token().claim("customer_id", customer).sign())
                .header("X-Purpose", "my own affairs")
                .header("If-Match", version)
                .contentType(ContentType.JSON)
                .body(Map.of("words", "I want more time for myself."))
                .post("/desk/requests/" + request + "/extension")
                .then()
                .statusCode(403)
                .body("type", endsWith("own-request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "dueDate", "verified", "customerId", "decidedBy"})
    void what_is_not_asked_for_is_not_taken(String field) {
        Map<String, Object> body = new HashMap<>(Map.of("assignee", "team-2"));
        body.put(field, "REFUSED");

        Desk.team().step(request, "assignment", body).then().statusCode(400).body("type", endsWith("unknown-field"));
        body.remove("assignee");
        body.putAll(REFUSAL);
        Desk.team().step(request, "proposals", body).then().statusCode(400);
        Desk.team().read(request).then().body("status", equalTo("IN_REVIEW")).body("assignee", nullValue());
    }

    @Test
    void a_proposal_of_another_request_is_not_there() {
        String proposal = proposed(Desk.team(), REFUSAL);
        UUID other = requested.weighed(Customers.newCustomer(), Right.OBJECTION);
        UUID first = request;
        request = other;
        proposed(Desk.team(), REFUSAL);

        Desk.lead()
                .step(other, "proposals/" + proposal + "/approval", Map.of())
                .then()
                .statusCode(404);
        Desk.lead().read(first).then().body("openProposal", notNullValue());
    }

    @Test
    void everything_that_was_done_is_in_the_customer_s_log_in_plain_words() {
        Desk.lead().step(request, "extension", Map.of("words", "It is about nine years of orders."));

        Customers.as(customer)
                .get("/access-log")
                .then()
                .body("[0].who", equalTo("Somebody who leads our privacy team"))
                .body("[0].what", equalTo("took more time for your request, and told you why"))
                .body("", hasSize(2));
    }

    /** The screening has found nothing. */
    private void screened() {
        Database.column("INSERT INTO verdict VALUES (?, 1, 'ALLOW', 'RULES', '1', '{}', now())", request.toString());
    }

    private String proposed(Desk by, Map<String, String> wish) {
        Response answer = by.step(request, "proposals", wish);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.path("openProposal");
    }

    private ValidatableResponse history() {
        return Desk.auditor()
                .asking()
                .get("/desk/requests/" + request + "/history")
                .then()
                .statusCode(200);
    }
}
