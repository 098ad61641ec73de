package org.privacypromise.fraudcheck.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.privacypromise.fraudcheck.Caller.as;
import static org.privacypromise.fraudcheck.Caller.contactRef;
import static org.privacypromise.fraudcheck.Caller.id;
import static org.privacypromise.fraudcheck.Caller.ip;
import static org.privacypromise.fraudcheck.Caller.screen;
import static org.privacypromise.fraudcheck.Caller.signals;
import static org.privacypromise.fraudcheck.Caller.verdict;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.privacypromise.events.EventType;
import org.privacypromise.events.ScreeningConcluded;
import org.privacypromise.fraudcheck.Database;
import org.privacypromise.teststack.KafkaProbe;

@QuarkusTest
class ScreeningIT {

    @Test
    void who_comes_for_the_first_time_is_let_through_and_that_is_told() {
        // Given
        String id = id();

        // When
        screen(id, "REQUEST", signals("ipAddress", ip(), "customerId", "c-" + id, "right", "ACCESS"))
                .statusCode(200)
                .body("screeningId", equalTo(id))
                .body("verdict", equalTo("ALLOW"))
                .body("decidedBy", equalTo("RULES"))
                .body("ruleSetVersion", equalTo("1.0.0"))
                .body("reasons", empty());

        // Then
        ScreeningConcluded told = told(id, 1);
        assertThat(told.verdict()).isEqualTo(ScreeningConcluded.Verdict.ALLOW);
        assertThat(told.decidedBy()).isEqualTo(ScreeningConcluded.DecidedBy.RULES);
        assertThat(told.subject()).isEqualTo(ScreeningConcluded.Subject.REQUEST);
        assertThat(told.rules()).isEmpty();
    }

    @Test
    void many_requests_from_one_origin_make_a_person_look_and_the_reason_is_told_in_plain_words() {
        // Given
        String ip = ip();
        for (int i = 0; i < 5; i++) {
            assertThat(verdict("REQUEST", signals("ipAddress", ip))).isEqualTo("ALLOW");
        }
        String id = id();

        // When
        screen(id, "REQUEST", signals("ipAddress", ip.replace("::1", "::2")))
                .body("verdict", equalTo("REVIEW"))
                .body("reasons", hasSize(1))
                .body("reasons[0].rule", equalTo("many-requests-from-one-origin"))
                .body(
                        "reasons[0].text",
                        equalTo("Within an hour, unusually many requests came from the same internet connection."));

        // Then
        assertThat(told(id, 1).rules()).containsExactly("many-requests-from-one-origin");
        as("fraud-analyst")
                .get("/screenings/{id}", id)
                .then()
                .statusCode(200)
                .body("signals.'origin.requests.last_hour'", equalTo(6))
                .body("signals.'origin.known'", equalTo(true))
                .body("forReview", equalTo(true));
        assertThat(verdict("VERIFICATION", signals("ipAddress", ip)))
                .as("requests and verifications are counted apart")
                .isEqualTo("ALLOW");
        assertThat(verdict("REQUEST", signals("ipAddress", ip()))).isEqualTo("ALLOW");
        assertThat(verdict("REQUEST", Map.of()))
                .as("nobody known, nobody counted")
                .isEqualTo("ALLOW");
    }

    @Test
    void contact_points_and_customers_are_counted_too_from_wherever_they_come() {
        String contactRef = contactRef();
        String customer = "c-" + id();
        for (int i = 0; i < 3; i++) {
            verdict("REQUEST", signals("ipAddress", ip(), "contactRef", contactRef));
            verdict("REQUEST", signals("ipAddress", ip(), "customerId", customer));
        }

        screen(id(), "REQUEST", signals("ipAddress", ip(), "contactRef", contactRef, "customerId", customer))
                .body("verdict", equalTo("REVIEW"))
                .body(
                        "reasons.rule",
                        equalTo(List.of("many-requests-for-one-contact-point", "many-requests-of-one-customer")));
    }

    @Test
    void a_flood_of_verifications_is_looked_at_and_then_stopped() {
        String ip = ip();
        List<String> verdicts = IntStream.range(0, 62)
                .mapToObj(i -> verdict("VERIFICATION", signals("ipAddress", ip)))
                .toList();

        assertThat(verdicts.subList(0, 10)).containsOnly("ALLOW");
        assertThat(verdicts.subList(10, 60)).containsOnly("REVIEW");
        assertThat(verdicts.subList(60, 62)).containsOnly("DENY");
    }

    @Test
    void whoever_tries_many_contact_points_is_noticed() {
        String ip = ip();
        for (int i = 0; i < 5; i++) {
            String contactRef = contactRef();
            assertThat(verdict("VERIFICATION", signals("ipAddress", ip, "contactRef", contactRef)))
                    .isEqualTo("ALLOW");
            assertThat(verdict("REQUEST", signals("ipAddress", ip, "contactRef", contactRef)))
                    .as("the same one again is not one more")
                    .isEqualTo("ALLOW");
        }

        screen(id(), "VERIFICATION", signals("ipAddress", ip, "contactRef", contactRef()))
                .body("reasons.rule", equalTo(List.of("many-contact-points-from-one-origin")));
    }

    @Test
    void what_is_too_long_ago_does_not_count() {
        // Given
        String contactRef = contactRef();
        for (int i = 0; i < 4; i++) {
            verdict("REQUEST", signals("contactRef", contactRef));
        }
        List<String> stored = Database.texts("UPDATE attempt SET at = at - interval '25 hours' WHERE contact_point ="
                + " (SELECT contact_point FROM attempt ORDER BY id DESC LIMIT 1) RETURNING id");

        // When
        String again = id();
        screen(again, "REQUEST", signals("contactRef", contactRef)).body("verdict", equalTo("ALLOW"));

        // Then
        assertThat(stored).hasSize(4);
        as("fraud-analyst")
                .get("/screenings/{id}", again)
                .then()
                .body("signals.'contact_point.requests.last_day'", equalTo(1))
                .body("signals.'contact_point.requests.last_30_days'", equalTo(5));
    }

    @Test
    void the_most_severe_verdict_counts_and_every_reason_is_told() {
        String ip = ip();
        String contactRef = contactRef();
        for (int i = 0; i < 60; i++) {
            verdict("VERIFICATION", signals("ipAddress", ip, "contactRef", contactRef));
        }

        screen(
                        id(),
                        "VERIFICATION",
                        signals("ipAddress", ip, "contactRef", contactRef, "emailDomain", "mailinator.com"))
                .body("verdict", equalTo("DENY"))
                .body(
                        "reasons.rule",
                        equalTo(List.of(
                                "many-verifications-from-one-origin",
                                "flood-of-verifications-from-one-origin",
                                "many-verifications-for-one-contact-point",
                                "disposable-mailbox")));
    }

    @Test
    void a_disposable_mailbox_makes_a_person_look_and_its_source_is_told() {
        String id = id();
        screen(id, "REQUEST", signals("emailDomain", "Sub.Mailinator.COM"))
                .body("verdict", equalTo("REVIEW"))
                .body("reasons.rule", equalTo(List.of("disposable-mailbox")));

        as("fraud-analyst")
                .get("/screenings/{id}", id)
                .then()
                .body("source", equalTo("Disposable mailboxes, version 0.0.293, of 2026-11-25"));
        assertThat(verdict("REQUEST", signals("emailDomain", "example.org"))).isEqualTo("ALLOW");
    }

    @Test
    void the_same_screening_fifty_times_in_parallel_has_one_verdict_is_counted_once_and_told_once() throws Exception {
        // Given
        String id = id();
        String contactRef = contactRef();
        Map<String, String> signals = signals("ipAddress", ip(), "contactRef", contactRef, "customerId", "c-" + id);

        // When
        List<String> answers = inParallel(
                50,
                () -> screen(id, "REQUEST", signals).statusCode(200).extract().asString());

        // Then
        assertThat(answers).hasSize(50);
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(Database.count("SELECT count(*) FROM screening WHERE id = ?", id))
                .isEqualTo(1);
        told(id, 1);
        screen(id(), "REQUEST", signals("contactRef", contactRef)).body("verdict", equalTo("ALLOW"));
        assertThat(KafkaProbe.events(EventType.SCREENING_CONCLUDED, ScreeningConcluded.class, id))
                .hasSize(1);
    }

    @Test
    void of_many_at_the_same_moment_none_slips_through_uncounted() throws Exception {
        String ip = ip();

        List<String> verdicts = inParallel(40, () -> verdict("VERIFICATION", signals("ipAddress", ip)));

        assertThat(verdicts).filteredOn("ALLOW"::equals).hasSize(10);
        assertThat(verdicts).filteredOn("REVIEW"::equals).hasSize(30);
    }

    @Test
    void a_repeat_gets_the_stored_verdict_even_if_another_would_come_out_now() {
        String id = id();
        screen(id, "REQUEST", signals("emailDomain", "mailinator.com")).body("verdict", equalTo("REVIEW"));

        screen(id, "REQUEST", signals("emailDomain", "example.org")).body("verdict", equalTo("REVIEW"));
        screen(id, "VERIFICATION", signals("emailDomain", "example.org"))
                .statusCode(422)
                .body("type", endsWith(":screening-differs"));
    }

    @Test
    void nothing_that_leads_to_somebody_is_kept_but_the_references() {
        // Given
        String ip = "203.0.113." + (1 + new java.util.Random().nextInt(250));
        String domain = "anna-" + UUID.randomUUID() + ".example";

        // When
        String id = id();
        screen(id, "REQUEST", signals("ipAddress", ip, "emailDomain", domain, "contactRef", contactRef()))
                .statusCode(200);
        told(id, 1);

        // Then
        assertThat(Database.tablesWith(ip)).isEmpty();
        assertThat(Database.tablesWith(domain)).isEmpty();
        assertThat(KafkaProbe.records("fraud.verdicts.v1"))
                .noneMatch(record -> new String(record.value(), java.nio.charset.StandardCharsets.UTF_8).contains(ip));
    }

    @Test
    void an_analyst_pages_through_screenings_with_cursors_that_nobody_can_make() {
        // Given
        for (int i = 0; i < 3; i++) {
            screen(id(), "REQUEST", signals("emailDomain", "mailinator.com")).statusCode(200);
        }

        // When
        var first = as("fraud-analyst").get("/screenings?verdict=REVIEW&limit=2");
        String next = first.header("Link").replaceFirst("^<([^>]*)>; rel=\"next\"$", "$1");
        var second = as("fraud-analyst").get("/screenings" + next);

        // Then
        first.then().statusCode(200).body("", hasSize(2)).body("verdict", everyItem(equalTo("REVIEW")));
        second.then().statusCode(200).body("verdict", everyItem(equalTo("REVIEW")));
        List<String> seen = new ArrayList<>(first.jsonPath().getList("screeningId"));
        assertThat(second.jsonPath().getList("screeningId", String.class)).doesNotContainAnyElementsOf(seen);
        List<String> times = new ArrayList<>(first.jsonPath().getList("screenedAt", String.class));
        assertThat(times).isSortedAccordingTo(java.util.Comparator.reverseOrder());

        String cursor = next.replaceFirst(".*cursor=([^&]*).*", "$1");
        String payload = cursor.split("\\.", -1)[1];
        for (String forged : List.of(
                "x",
                cursor + "A",
                "1." + payload + "." + "A".repeat(22),
                "2" + cursor,
                "1.%00.x",
                cursor.substring(1))) {
            as("fraud-analyst")
                    .queryParam("verdict", "REVIEW")
                    .queryParam("cursor", forged)
                    .get("/screenings")
                    .then()
                    .statusCode(400)
                    .body("type", endsWith(":malformed-request"));
        }
        as("fraud-analyst").get("/reviews?cursor=" + cursor).then().statusCode(400);
        as("fraud-analyst").get("/screenings?limit=201").then().statusCode(422);
        as("fraud-analyst").get("/screenings/unknown").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{} | 422 | /screeningId",
                "{\"screeningId\":\"a b\",\"subject\":\"REQUEST\",\"signals\":{}} | 422 | /screeningId",
                "{\"screeningId\":\"a\",\"subject\":\"REQUEST\",\"signals\":{\"ipAddress\":\"localhost\"}} | 422 | /signals/ipAddress",
                "{\"screeningId\":\"a\",\"subject\":\"REQUEST\",\"signals\":{\"ipAddress\":\"\"}} | 422 | /signals/ipAddress",
                "{\"screeningId\":\"a\",\"subject\":\"REQUEST\",\"signals\":{\"emailDomain\":\"anna@example.org\"}} | 422 | /signals/emailDomain",
                "{\"screeningId\":\"a\",\"subject\":\"REQUEST\",\"signals\":{\"contactRef\":\"anna@example.org\"}} | 422 | /signals/contactRef",
                "{\"screeningId\":\"a\",\"subject\":\"REQUEST\",\"signals\":{\"right\":\"a\\r\\nb\"}} | 422 | /signals/right",
                "{\"screeningId\":\"a\",\"subject\":\"LOGIN\",\"signals\":{}} | 400 | /subject",
                "{\"screeningId\":\"a\",\"subject\":0,\"signals\":{}} | 400 | /subject",
                "{\"screeningId\":\"a\",\"subject\":\"REQUEST\",\"signals\":{\"ipAddress\":1}} | 400 | /signals/ipAddress",
                "{\"screeningId\":\"a\",\"subject\":\"REQUEST\",\"signals\":[]} | 400 | /signals"
            })
    void what_cannot_be_screened_is_refused_at_its_place_and_not_repeated(String body, int status, String pointer) {
        String answer = as("service")
                .contentType("application/json")
                .body(body)
                .post("/screenings")
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("anna");
    }

    @Test
    void nobody_sets_the_verdict_from_outside() {
        for (String field : List.of("verdict", "rulesVerdict", "decidedBy", "version")) {
            as("service")
                    .contentType("application/json")
                    .body(Map.of("screeningId", id(), "subject", "REQUEST", "signals", Map.of(), field, "ALLOW"))
                    .post("/screenings")
                    .then()
                    .statusCode(400)
                    .body("type", endsWith(":unknown-field"));
        }
        as("service")
                .contentType("application/json")
                .body("{\"screeningId\":\"a\",\"screeningId\":\"b\",\"subject\":\"REQUEST\",\"signals\":{}}")
                .post("/screenings")
                .then()
                .statusCode(400)
                .body("type", endsWith(":malformed-request"));
        as("service")
                .contentType("application/json")
                .body("{\"signals\":" + "{\"a\":".repeat(1000))
                .post("/screenings")
                .then()
                .statusCode(400);
    }

    private static ScreeningConcluded told(String id, long version) {
        return KafkaProbe.awaitEvent(
                EventType.SCREENING_CONCLUDED, ScreeningConcluded.class, id, event -> event.version() == version);
    }

    private static <T> List<T> inParallel(int times, Callable<T> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            List<T> results = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> work).toList())) {
                results.add(one.get());
            }
            return results;
        }
    }
}
