package org.privacypromise.fraudcheck.velocity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.privacypromise.fraudcheck.Caller.as;
import static org.privacypromise.fraudcheck.Caller.contactRef;
import static org.privacypromise.fraudcheck.Caller.id;
import static org.privacypromise.fraudcheck.Caller.screen;
import static org.privacypromise.fraudcheck.Caller.signals;
import static org.privacypromise.fraudcheck.Caller.verdict;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.events.VerificationConcluded;
import org.privacypromise.events.VerificationConcluded.Outcome;
import org.privacypromise.teststack.KafkaProbe;

@QuarkusTest
class FailedVerificationsIT {

    private final String contactRef = contactRef();

    @Test
    void a_request_for_a_contact_point_at_which_somebody_guessed_codes_is_looked_at() {
        // Given
        conclude(Outcome.FAILED, Instant.now());
        awaitFailed(1);
        assertThat(verdict("REQUEST", signals("contactRef", contactRef))).isEqualTo("ALLOW");

        // When
        conclude(Outcome.FAILED, Instant.now());
        awaitFailed(2);

        // Then
        screen(id(), "REQUEST", signals("contactRef", contactRef))
                .body("verdict", equalTo("REVIEW"))
                .body("reasons.rule", hasItem("failed-codes-for-this-contact-point"));
        assertThat(verdict("REQUEST", signals("contactRef", contactRef()))).isEqualTo("ALLOW");
    }

    @Test
    void a_request_after_a_code_to_a_disposable_mailbox_is_looked_at_though_it_says_nothing_of_the_mailbox() {
        // When
        screen(id(), "VERIFICATION", signals("contactRef", contactRef, "emailDomain", "mailinator.com"))
                .body("verdict", equalTo("REVIEW"));

        // Then
        screen(id(), "REQUEST", signals("contactRef", contactRef))
                .body("verdict", equalTo("REVIEW"))
                .body("reasons.rule", hasItem("disposable-mailbox"));
        assertThat(verdict("REQUEST", signals("contactRef", contactRef()))).isEqualTo("ALLOW");
    }

    @Test
    void what_did_not_fail_failed_long_ago_or_comes_twice_does_not_count_and_no_event_holds_up_others() {
        // Given
        VerificationConcluded once = concluded(Outcome.FAILED, Instant.now());
        String eventId = UUID.randomUUID().toString();

        // When
        conclude(Outcome.EXPIRED, Instant.now());
        conclude(Outcome.FAILED, Instant.now().minus(Duration.ofDays(31)));
        for (int i = 0; i < 3; i++) {
            KafkaProbe.publish(
                    "identity.events.v1", once.key(), once.type().typeName(), eventId, EventJson.write(once));
        }
        KafkaProbe.publish(
                "identity.events.v1", "k", "identity.something-new.v1", id(), "{}".getBytes(StandardCharsets.UTF_8));
        String poisoned = id();
        KafkaProbe.publish(
                "identity.events.v1",
                poisoned,
                EventType.VERIFICATION_CONCLUDED.typeName(),
                id(),
                "{\"verificationId\":".getBytes(StandardCharsets.UTF_8));
        conclude(Outcome.FAILED, Instant.now().plus(Duration.ofDays(300)));

        // Then
        awaitFailed(2);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("operator").get("/parked-events").then().body("key", hasItem(poisoned)));
        screen(id(), "REQUEST", signals("contactRef", contactRef)).body("verdict", equalTo("REVIEW"));
        as("operator").get("/parked-events").then().body("consumer", hasItem(endsWith("failed-verifications")));
    }

    private void awaitFailed(int failures) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            String id = id();
            screen(id, "VERIFICATION", signals("contactRef", contactRef)).statusCode(200);
            Integer seen = as("fraud-analyst")
                    .get("/screenings/{id}", id)
                    .path("signals.'contact_point.failed_verifications.last_day'");
            return seen != null && seen == failures;
        });
    }

    private void conclude(Outcome outcome, Instant at) {
        KafkaProbe.publish("identity.events.v1", concluded(outcome, at));
    }

    private VerificationConcluded concluded(Outcome outcome, Instant at) {
        return new VerificationConcluded(
                id(),
                1,
                contactRef,
                VerificationConcluded.Purpose.ACCESS_REQUEST,
                null,
                outcome,
                null,
                List.of(),
                null,
                at);
    }
}
