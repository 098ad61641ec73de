package org.privacypromise.fraudcheck.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.privacypromise.fraudcheck.Caller.as;
import static org.privacypromise.fraudcheck.Caller.contactRef;
import static org.privacypromise.fraudcheck.Caller.decide;
import static org.privacypromise.fraudcheck.Caller.id;
import static org.privacypromise.fraudcheck.Caller.screen;
import static org.privacypromise.fraudcheck.Caller.signals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.EventType;
import org.privacypromise.events.ScreeningConcluded;
import org.privacypromise.fraudcheck.Database;
import org.privacypromise.teststack.KafkaProbe;

@QuarkusTest
class ReviewIT {

    @Test
    void a_request_that_rules_speak_against_waits_for_a_person_whose_word_counts() {
        // Given
        String id = suspicious("REQUEST");
        assertThat(open()).contains(id);

        // When
        decide(id, "ALLOW", "The customer called, and knew the last order.")
                .statusCode(200)
                .body("verdict", equalTo("ALLOW"))
                .body("decidedBy", equalTo("HUMAN"))
                .body("forReview", equalTo(false))
                .body("reasons.rule", equalTo(List.of("disposable-mailbox")));

        // Then
        ScreeningConcluded told = told(id, 2);
        assertThat(told.verdict()).isEqualTo(ScreeningConcluded.Verdict.ALLOW);
        assertThat(told.decidedBy()).isEqualTo(ScreeningConcluded.DecidedBy.HUMAN);
        assertThat(told.rules()).containsExactly("disposable-mailbox");
        assertThat(open()).doesNotContain(id);
        screen(id, "REQUEST", signals("emailDomain", "mailinator.com"))
                .body("verdict", equalTo("ALLOW"))
                .body("decidedBy", equalTo("HUMAN"));
        as("fraud-analyst").get("/screenings?verdict=ALLOW").then().body("screeningId", hasItem(id));
        as("fraud-analyst").get("/screenings?verdict=REVIEW").then().body("screeningId", not(hasItem(id)));
    }

    @Test
    void what_is_decided_stays_and_the_same_again_changes_nothing() {
        String id = suspicious("REQUEST");
        decide(id, "DENY", "Nobody of that name.").statusCode(200);

        decide(id, "DENY", " Nobody of that name. ").statusCode(200).body("verdict", equalTo("DENY"));
        decide(id, "ALLOW", "Nobody of that name.").statusCode(409).body("type", endsWith(":already-decided"));
        decide(id, "DENY", "Another reason.").statusCode(409).body("type", endsWith(":already-decided"));

        told(id, 2);
        assertThat(KafkaProbe.events(EventType.SCREENING_CONCLUDED, ScreeningConcluded.class, id))
                .extracting(ScreeningConcluded::version)
                .containsExactly(1L, 2L);
    }

    @Test
    void of_many_who_decide_at_the_same_moment_one_does() throws Exception {
        // Given
        String id = suspicious("REQUEST");

        // When
        List<Callable<Integer>> decisions = IntStream.range(0, 20)
                .mapToObj(i -> (Callable<Integer>) () -> decide(id, i % 2 == 0 ? "ALLOW" : "DENY", "Reason " + i)
                        .extract()
                        .statusCode())
                .toList();
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(20)) {
            for (var answer : threads.invokeAll(decisions)) {
                answers.add(answer.get());
            }
        }

        // Then
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(19);
    }

    @Test
    void there_is_nothing_to_decide_on_what_needs_no_person() {
        String verification = suspicious("VERIFICATION");
        String allowed = id();
        screen(allowed, "REQUEST", signals("customerId", "c-" + allowed)).body("verdict", equalTo("ALLOW"));

        assertThat(open()).doesNotContain(verification, allowed);
        for (String id : List.of(verification, allowed, "unknown", id())) {
            decide(id, "DENY", "Because.").statusCode(404).body("type", endsWith(":not-found"));
        }
    }

    @Test
    void a_decision_needs_a_reason_and_leaves_no_third_way() {
        String id = suspicious("REQUEST");

        decide(id, "ALLOW", "  ").statusCode(422).body("errors.pointer", hasItem("/reason"));
        decide(id, "ALLOW", "x".repeat(2001)).statusCode(422);
        decide(id, "REVIEW", "Later.").statusCode(400);
        for (Map<String, Object> body : List.of(
                Map.<String, Object>of("verdict", "ALLOW"),
                Map.<String, Object>of("reason", "Because."),
                Map.<String, Object>of("verdict", "ALLOW", "reason", "Because.", "decidedBy", "somebody"))) {
            int status = as("fraud-analyst")
                    .contentType("application/json")
                    .body(body)
                    .post("/reviews/{id}/decision", id)
                    .statusCode();
            assertThat(status).isIn(400, 422);
        }
        assertThat(open()).contains(id);
    }

    @Test
    void what_a_person_writes_about_somebody_is_not_readable_in_the_database_nor_told_around() {
        String id = suspicious("REQUEST");
        String secret = "her-sister-" + UUID.randomUUID();

        decide(id, "DENY", "It was " + secret).statusCode(200);
        told(id, 2);

        assertThat(Database.tablesWith(secret)).isEmpty();
        assertThat(KafkaProbe.records("fraud.verdicts.v1"))
                .noneMatch(
                        record -> new String(record.value(), java.nio.charset.StandardCharsets.UTF_8).contains(secret));
        as("fraud-analyst").get("/screenings/{id}", id).then().body(not(containsText(secret)));
    }

    @Test
    void the_oldest_waits_first_and_pages_lead_on() {
        List<String> waiting =
                IntStream.range(0, 3).mapToObj(i -> suspicious("REQUEST")).toList();

        List<String> open = open();

        assertThat(open).containsSubsequence(waiting);
        assertThat(open).doesNotHaveDuplicates();
    }

    private static org.hamcrest.Matcher<String> containsText(String text) {
        return org.hamcrest.Matchers.containsString(text);
    }

    private static String suspicious(String subject) {
        String id = id();
        screen(id, subject, signals("contactRef", contactRef(), "emailDomain", "mailinator.com"))
                .statusCode(200)
                .body("verdict", equalTo("REVIEW"));
        return id;
    }

    /** Every page of the list, two at a time. */
    private static List<String> open() {
        List<String> ids = new ArrayList<>();
        String next = "?limit=2";
        while (next != null) {
            var page = as("fraud-analyst").get("/reviews" + next);
            ids.addAll(page.then().statusCode(200).extract().jsonPath().getList("screeningId", String.class));
            String link = page.header("Link");
            next = link == null ? null : link.replaceFirst("^<([^>]*)>; rel=\"next\"$", "$1");
        }
        return ids;
    }

    private static ScreeningConcluded told(String id, long version) {
        return KafkaProbe.awaitEvent(
                EventType.SCREENING_CONCLUDED, ScreeningConcluded.class, id, event -> event.version() == version);
    }
}
