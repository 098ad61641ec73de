package org.privacypromise.requests.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Desk;

/** What waits for the desk, by what is due first. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueIT {

    // No other test has requests there.
    private static final String PLACE = "JP-13";

    private static final String INSERT = """
            INSERT INTO request (id, submission_id, customer_id, asked_for, channel, regime, place, status, version,
                                 received_at, changed_at, due_date, derivation, closed_at, planned_at)
            SELECT id, id, 'c-queue-' || id, ?, 'SIGNED_IN', 'UK_GDPR', ?, ?, 3,
                   now() - make_interval(days => ?), now(), current_date + ?,
                   jsonb_build_object(
                       'facts', jsonb_build_object('received', '2026-11-01', 'place', 'GB-ENG', 'regime', 'UK_GDPR',
                                                   'right', ?::text, 'extended', false),
                       'rules', 'test', 'calendar', 'test', 'dueDate', '2026-12-01', 'steps', '[]'::jsonb),
                   CASE WHEN ?::text = 'ANSWERED' THEN now() END, now()
              FROM (SELECT ?::uuid AS id) AS fresh""";

    private UUID overdue;
    private UUID soon;
    private UUID later;
    private UUID closed;

    @BeforeAll
    void some_requests() {
        closed = request("ANSWERED", "ACCESS", -5);
        later = request("IN_REVIEW", "OBJECTION", 20);
        soon = request("FULFILLING", "ACCESS", 3);
        overdue = request("FULFILLING", "ERASURE", -1);
        alerted(soon, "HALF", "TARGET", "EIGHTY");
        alerted(overdue, "HALF", "TARGET", "EIGHTY", "NINETY_FIVE", "OVERDUE");
        task(soon, "orders", "ISSUED");
        task(soon, "marketing", "ANSWERED");
        task(overdue, "orders", "ANSWERED");
        Database.column("INSERT INTO desk_case VALUES (?, 'queue-tester', 1)", later);
    }

    @AfterAll
    void without_them() {
        Database.column("UPDATE request SET closed_at = now() WHERE place = ?", PLACE);
    }

    @Test
    void what_is_due_first_comes_first_and_what_is_closed_does_not_come() {
        queue("")
                .then()
                .body("requestId", contains(overdue.toString(), soon.toString(), later.toString()))
                .body("alert", contains("OVERDUE", "EIGHTY", null))
                .body("[0].dueInDays", equalTo(-1));
    }

    @Test
    void it_does_not_say_whose_they_are() {
        String body = queue("").asString();

        assertThat(body).doesNotContain("customer").doesNotContain("c-queue");
    }

    @Test
    void each_says_who_has_it_and_which_systems_it_waits_for() {
        queue("")
                .then()
                .body("[1].waitingFor", contains("orders"))
                .body("[1].tasksDone", equalTo(1))
                .body("[1].tasks", equalTo(2))
                .body("[2].assignee", equalTo("queue-tester"));
    }

    @Test
    void every_filter_keeps_what_fits() {
        assertThat(ids("right=ERASURE")).containsExactly(overdue);
        assertThat(ids("stage=IN_REVIEW")).containsExactly(later);
        assertThat(ids("stage=ANSWERED")).containsExactly(closed);
        assertThat(ids("dueInDays=3")).containsExactly(overdue, soon);
        assertThat(ids("dueInDays=2")).containsExactly(overdue);
        assertThat(ids("dueBefore=1999-12-31")).isEmpty();
        assertThat(ids("system=orders")).containsExactly(soon);
        assertThat(ids("assignee=queue-tester")).containsExactly(later);
        assertThat(ids("assignee=nobody")).containsExactly(overdue, soon);
        assertThat(ids("alert=EIGHTY")).containsExactly(overdue, soon);
        assertThat(ids("alert=OVERDUE")).containsExactly(overdue);
        assertThat(ids("alert=EIGHTY&right=ACCESS&system=orders")).containsExactly(soon);
    }

    @Test
    void page_by_page_each_comes_once() {
        List<Object> seen = new ArrayList<>();
        String next = "?limit=1&place=" + PLACE;
        while (next != null) {
            Response page = Desk.team().asking().urlEncodingEnabled(false).get("/desk/requests" + next);
            seen.addAll(page.jsonPath().getList("requestId"));
            String link = page.header("Link");
            next = link == null ? null : link.replaceAll("^<(.*)>; rel=\"next\"$", "$1");
        }

        assertThat(seen).containsExactly(overdue.toString(), soon.toString(), later.toString());
    }

    @Test
    void a_page_s_end_is_good_for_the_same_filters_alone_and_cannot_be_made_up() {
        String next = queue("limit=1").header("Link").replaceAll("^<\\?(.*)>; rel=\"next\"$", "$1");
        assertThat(next).contains("place=" + PLACE);

        for (String other : List.of(
                next.replace("place=" + PLACE, "place=DE"),
                next + "&right=ACCESS",
                next.replaceAll("cursor=1\\..", "cursor=1.A"),
                "cursor=mine")) {
            Desk.team()
                    .asking()
                    .urlEncodingEnabled(false)
                    .get("/desk/requests?" + other)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("cursor"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "dueBefore=tomorrow",
                "dueBefore=2026-01-01&dueInDays=3",
                "place=x'%20OR%20true",
                "system=Orders"
            })
    void what_makes_no_sense_is_refused(String query) {
        Desk.team()
                .asking()
                .urlEncodingEnabled(false)
                .get("/desk/requests?" + query)
                .then()
                .statusCode(422)
                .body(not(containsString("OR true")));
    }

    @Test
    void nothing_fits_and_that_is_an_answer() {
        queue("system=no-such-system").then().statusCode(200).body("", empty());
    }

    private static Response queue(String query) {
        return Desk.team().asking().get("/desk/requests?place=" + PLACE + "&" + query);
    }

    private static List<UUID> ids(String query) {
        return queue(query).then().statusCode(200).extract().jsonPath().<String>getList("requestId").stream()
                .map(UUID::fromString)
                .toList();
    }

    /** Received a good while ago, and due in so many days. */
    private static UUID request(String status, String right, int dueInDays) {
        UUID id = UUID.randomUUID();
        Database.column(INSERT, right, PLACE, status, dueInDays < 10 ? 17 : 2, dueInDays, right, status, id);
        return id;
    }

    private static void alerted(UUID request, String... levels) {
        for (String level : levels) {
            Database.column(
                    "INSERT INTO request_alert SELECT id, ?, due_date, now() FROM request WHERE id = ?"
                            + " ON CONFLICT DO NOTHING",
                    level,
                    request);
        }
    }

    private static void task(UUID request, String system, String state) {
        Database.column(
                "INSERT INTO fulfilment (request_id, operation, stage, customer_ids, contact_refs, next_attempt_at,"
                        + " answered_at) VALUES (?, 'ACCESS', 1, '{}', '{}', '9999-01-01', now()) ON CONFLICT DO NOTHING",
                request);
        Database.column(
                "INSERT INTO task (id, request_id, system, operation, stage, version, state)"
                        + " VALUES (gen_random_uuid(), ?, ?, 'ACCESS', 1, 1, ?)",
                request,
                system,
                state);
    }
}
