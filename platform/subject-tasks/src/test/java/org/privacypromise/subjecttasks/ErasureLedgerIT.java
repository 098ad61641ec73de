package org.privacypromise.subjecttasks;

import static io.restassured.RestAssured.given;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.privacypromise.subjecttasks.InSession.execute;
import static org.privacypromise.subjecttasks.InSession.in;
import static org.privacypromise.subjecttasks.InSession.texts;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.SubjectErased;
import org.privacypromise.events.SubjectErased.Scope;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.personaldata.KeyFolder;
import org.privacypromise.personaldata.MacKeys;
import org.privacypromise.teststack.KeyFolders;

/** A restored backup brings erased people back; the ledger, which is in no database, erases them again. */
@QuarkusTest
@RealParts
class ErasureLedgerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Notes notes;

    @Inject
    SubjectRefs refs;

    @Inject
    ErasedSubjects erased;

    @ConfigProperty(name = "privacy.keys.erasure")
    Path erasureKeys;

    @TestHTTPResource(value = "/health/ready", management = true)
    URL health;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Instant longAgo = now.minus(Duration.ofDays(40));
    private final String customer = "c:" + UUID.randomUUID();
    private final String contactPoint = "p:1." + UUID.randomUUID().toString().replace("-", "");
    private final String bystander = "c:" + UUID.randomUUID();

    @BeforeEach
    void theyAreKnown() {
        for (String key : List.of(customer, contactPoint, bystander)) {
            in(() -> notes.write(key, "likes hats", longAgo));
        }
    }

    @Test
    void whom_a_restore_brings_back_is_erased_again() {
        // Given an erasure by a task, of which the ledger knows
        eraseByTask();
        Topics.publish(erasure(customer, Scope.CUSTOMER, now.plusSeconds(60)));
        Topics.publish(erasure(contactPoint, Scope.CONTACT_POINT, now.plusSeconds(60)));
        awaitReadToTheEnd();

        // When a backup from before the erasure is restored
        execute("DELETE FROM erasure_position");
        execute("DELETE FROM erased_subject");
        in(() -> notes.write(customer, "is back", longAgo));
        in(() -> notes.write(contactPoint, "is back", longAgo));

        // Then both are erased once more, here and elsewhere, and nobody else is
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(notesAbout(customer)).isEmpty();
            assertThat(notesAbout(contactPoint)).isEmpty();
        });
        assertThat(notesAbout(bystander)).containsExactly("likes hats");
        assertThat(notes.deletedElsewhere.stream().filter(customer::equals)).hasSize(2);
        awaitReadToTheEnd();
        assertThat(in(() -> erased.contains(customer))).isTrue();
        assertThat(in(() -> erased.contains(bystander))).isFalse();
    }

    @Test
    void a_second_erasure_of_a_contact_point_is_applied_to_a_backup_from_between_the_two() {
        // Given a contact point that was erased once, came back, was erased again, and then restored as it was between
        Topics.publish(erasure(contactPoint, Scope.CONTACT_POINT, longAgo.plusSeconds(5)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notesAbout(contactPoint)).isEmpty());
        awaitReadToTheEnd();
        in(() -> notes.write(contactPoint, "is back", Instant.now()));

        // When
        Topics.publish(erasure(contactPoint, Scope.CONTACT_POINT, Instant.now().plusSeconds(60)));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notesAbout(contactPoint)).isEmpty());
    }

    @Test
    void who_came_back_after_the_erasure_stays() {
        // Given
        execute("DELETE FROM note WHERE subject_key = ?1", contactPoint);
        in(() -> notes.write(contactPoint, "came back", now));

        // When
        Topics.publish(erasure(contactPoint, Scope.CONTACT_POINT, now.minusSeconds(60)));

        // Then
        awaitReadToTheEnd();
        assertThat(notesAbout(contactPoint)).containsExactly("came back");
    }

    @Test
    void in_ordinary_times_nobody_is_looked_for() {
        // Given
        eraseByTask();
        awaitReadToTheEnd();
        int before = notes.pagesRead.get();

        // When
        Topics.publish(erasure(customer, Scope.CUSTOMER, now.plusSeconds(60)));

        // Then
        awaitReadToTheEnd();
        assertThat(notes.pagesRead).hasValue(before);
    }

    @Test
    void what_cannot_be_read_is_counted_and_keeps_nothing_else_from_being_erased() {
        // When
        Topics.publishErasure("{\"subjectRef\":\"1.x\"}");
        Topics.publish(erasure(customer, Scope.CUSTOMER, now));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notesAbout(customer)).isEmpty());
        awaitReadToTheEnd();
        given().get(health)
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'ledger of erasures' }.data.unreadable", greaterThanOrEqualTo(1));
    }

    @Test
    void an_entry_under_a_key_that_is_not_here_waits_for_the_key() throws Exception {
        // Given
        Path alone = KeyFolders.withOneKey();
        KeyFolders.add(alone, 9);
        SubjectRefs newer = new SubjectRefs(new MacKeys(KeyFolder.open(alone)));

        // When
        Topics.publish(new SubjectErased(newer.refOf(customer), now.toEpochMilli(), Scope.CUSTOMER, now));
        await().during(Duration.ofSeconds(3))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notesAbout(customer)).isNotEmpty());

        // Then
        Files.copy(alone.resolve("9.key"), erasureKeys.resolve("9.key"), COPY_ATTRIBUTES);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notesAbout(customer)).isEmpty());
        awaitReadToTheEnd();
    }

    @Test
    void a_ledger_that_is_shorter_than_what_was_read_is_read_from_its_beginning() {
        // Given
        Topics.publish(erasure(customer, Scope.CUSTOMER, now));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notesAbout(customer)).isEmpty());
        awaitReadToTheEnd();

        // When
        execute("DELETE FROM erased_subject");
        in(() -> notes.write(customer, "is back", longAgo));
        execute("UPDATE erasure_position SET next_offset = 1000000");

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notesAbout(customer)).isEmpty());
    }

    private void eraseByTask() {
        String taskId = "task-" + UUID.randomUUID();
        Topics.publish(new SubjectTask(
                taskId,
                "request-" + UUID.randomUUID(),
                1,
                SubjectTask.Operation.ERASURE,
                List.of(customer.substring(2)),
                List.of(contactPoint.substring(2)),
                List.of(),
                List.of(),
                now,
                LocalDate.of(2026, 3, 3)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Topics.answers(taskId)).hasSize(1));
    }

    private SubjectErased erasure(String key, Scope scope, Instant at) {
        return new SubjectErased(refs.refOf(key), at.toEpochMilli(), scope, at);
    }

    private static void awaitReadToTheEnd() {
        int length = Topics.ledgerLength();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(texts(
                                "SELECT sum(next_offset)::text FROM erasure_position HAVING sum(next_offset) = ?1",
                                length))
                        .hasSize(1));
    }

    private List<String> notesAbout(String key) {
        return in(() -> notes.of(key));
    }
}
