package org.privacypromise.requests.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.requests.Database;

@QuarkusTest
class RequestsPageIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    @TestHTTPResource(value = "/privacy/requests", management = true)
    String page;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    @Test
    void a_request_that_is_late_is_counted_and_named_by_its_id_alone() {
        // Given
        UUID request = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        given_a_request(request, "-3");
        given_a_request(other, "20");

        // When, Then
        await().atMost(SOON).until(() -> print("0d").contains(request.toString()));
        assertThat(print("0d")).contains("ERASURE", "IN_REVIEW", "-3").doesNotContain(other.toString(), "c-late");
        assertThat(print("21d")).contains(request.toString(), other.toString());
        assertThat(given().get(metrics).asString())
                .containsPattern("requests_overdue [1-9]")
                .containsPattern("requests_open\\{days_left=\"overdue\",right=\"ERASURE\"\\} [1-9]");
        Database.column("DELETE FROM request WHERE id IN (?, ?)", request, other);
    }

    @Test
    void a_task_whose_time_is_over_is_counted_on_with_its_age() {
        // Given
        UUID request = UUID.randomUUID();
        given_a_request(request, "20");
        Database.column(
                "INSERT INTO fulfilment (request_id, operation, stage, customer_ids, contact_refs, next_attempt_at, answered_at)"
                        + " VALUES (?, 'ERASURE', 10, '{}', '{}', '9999-01-01', now())",
                request);
        Database.column(
                "INSERT INTO task (id, request_id, system, operation, stage, version, state, issued_at)"
                        + " VALUES (gen_random_uuid(), ?, 'late-system', 'ERASURE', 10, 1, 'ESCALATED', now() - interval '3 days')",
                request);

        // When, Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(given().get(metrics).asString())
                        .containsPattern("requests_tasks_open\\{system=\"late-system\"\\} 1")
                        .containsPattern("requests_tasks_oldest_age_seconds\\{system=\"late-system\"\\} 2592"));
        Database.column("DELETE FROM request WHERE id = ?", request);
    }

    @Test
    void days_that_are_none_are_a_problem() {
        given().get(page + "?due=soon").then().statusCode(400);
    }

    private String print(String due) {
        return given().get(page + "?due=" + due)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static void given_a_request(UUID id, String daysLeft) {
        Database.column("""
                INSERT INTO request (id, submission_id, customer_id, asked_for, channel, regime, place, status, version, received_at,
                                     changed_at, due_date, derivation)
                VALUES (?, gen_random_uuid(), ?, 'ERASURE', 'SIGNED_IN', 'UK_GDPR', 'GB-ENG', 'IN_REVIEW', 1, now(), now(),
                        (now() AT TIME ZONE 'UTC')::date + ?::int, '{}')""", id, "c-late-" + id, Integer.valueOf(daysLeft));
    }
}
