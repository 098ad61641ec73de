package org.privacypromise.subjecttasks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.privacypromise.subjecttasks.InSession.in;
import static org.privacypromise.subjecttasks.InSession.job;
import static org.privacypromise.subjecttasks.InSession.texts;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.SubjectTask.Exemption;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.events.TaskAnswered.Outcome;
import org.privacypromise.subjecttasks.RequestsEndpoint.Answer;

@QuarkusTest
@RealParts
class AnswerTasksIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOTED = Instant.parse("2026-02-03T10:00:00Z");
    private static final List<Exemption> KEEP = List.of(new Exemption("user.privacy_preferences", "consent-evidence"));

    RequestsEndpoint requests;

    @Inject
    Notes notes;

    @Inject
    AnswerTasks answerTasks;

    @Inject
    ErasedSubjects erased;

    private final String taskId = "task-" + UUID.randomUUID();
    private final String requestId = "request-" + UUID.randomUUID();
    private final String customer = UUID.randomUUID().toString();
    private final String contactRef = "1." + UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void somebodyIsKnown() {
        in(() -> notes.write("c:" + customer, "likes hats", NOTED));
        in(() -> notes.write("p:" + contactRef, "asked for no mail", NOTED));
    }

    @Test
    void what_is_held_is_handed_over_with_the_services_own_token() {
        // When
        Topics.publish(task(1, Operation.ACCESS, List.of()));

        // Then requests-service has it, in the order in which it is read, and without what is empty
        TaskAnswered answer = onlyAnswer();
        var upload = requests.uploads(taskId).getLast();
        assertThat(new String(upload.body(), UTF_8))
                .isEqualTo("{\"system\":\"preferences\",\"data\":[{\"category\":\"user.privacy_preferences\","
                        + "\"source\":\"given by you\",\"records\":["
                        + "{\"note\":\"likes hats\",\"noted on\":\"2026-02-03\"},"
                        + "{\"note\":\"asked for no mail\",\"noted on\":\"2026-02-03\"}]}]}");
        assertThat(upload.contentType()).isEqualTo("application/json");
        assertThat(upload.authorization()).isEqualTo("Bearer " + RequestsEndpoint.TOKEN);

        // And the answer says which bytes they were
        assertThat(answer.outcome()).isEqualTo(Outcome.DONE);
        assertThat(answer.digest()).isEqualTo(Digests.sha256(upload.body()));
        assertThat(answer.requestId()).isEqualTo(requestId);
        assertThat(answer.version()).isEqualTo(1);

        // And it is forgotten whom it was about
        assertThat(texts("SELECT conclusion FROM subject_task WHERE task_id = ?1 AND task IS NULL", taskId))
                .containsExactly("ANSWERED");
    }

    @Test
    void nothing_is_uploaded_about_somebody_unknown() {
        Topics.publish(new SubjectTask(
                taskId,
                requestId,
                1,
                Operation.ACCESS,
                List.of("unknown-" + customer),
                List.of(),
                List.of(),
                List.of(),
                NOTED,
                LocalDate.of(2026, 3, 3)));

        assertThat(onlyAnswer().outcome()).isEqualTo(Outcome.NOTHING_HELD);
        assertThat(requests.uploads(taskId)).isEmpty();
    }

    @Test
    void an_upload_is_tried_until_it_succeeds() {
        // Given a requests-service that is away, and a proxy that knows no better
        requests.next(taskId, new Answer(503, "text/html", "<h1>away</h1>"));
        requests.next(taskId, new Answer(404, "text/html", "<h1>no such page</h1>"));

        // When
        Topics.publish(task(1, Operation.ACCESS, List.of()));

        // Then
        assertThat(onlyAnswer().outcome()).isEqualTo(Outcome.DONE);
        assertThat(requests.uploads(taskId)).hasSize(3);
    }

    @Test
    void an_upload_that_got_through_counts_even_if_its_answer_was_lost_and_the_data_has_changed_since() {
        // Given
        String earlier = "ab".repeat(32);
        requests.next(taskId, Answer.problem(409, "already-uploaded", ",\"sha256\":\"" + earlier + "\""));

        // When
        Topics.publish(task(1, Operation.ACCESS, List.of()));

        // Then
        assertThat(onlyAnswer().digest()).isEqualTo(earlier);
    }

    @Test
    void a_task_that_requests_service_has_closed_is_dropped_without_an_answer() {
        for (Answer closed : List.of(Answer.problem(409, "task-closed", ""), Answer.problem(404, "not-found", ""))) {
            String id = "task-" + UUID.randomUUID();
            requests.next(id, closed);

            Topics.publish(task(id, 1, Operation.ACCESS, List.of()));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(texts(
                                    "SELECT conclusion FROM subject_task WHERE task_id = ?1 AND task IS NULL", id))
                            .containsExactly("CLOSED"));
            assertThat(Topics.answers(id)).isEmpty();
            assertThat(requests.uploads(id)).hasSize(1);
        }
    }

    @Test
    void an_erasure_leaves_what_the_task_allows_and_answers_with_the_certificates() {
        // When
        Topics.publish(task(1, Operation.ERASURE, KEEP));

        // Then the account elsewhere is gone, and so are the notes and their keys
        TaskAnswered answer = onlyAnswer();
        assertThat(answer.outcome()).isEqualTo(Outcome.DONE);
        assertThat(answer.kept())
                .containsExactly(
                        new TaskAnswered.Kept("user.privacy_preferences", "consent-evidence", Notes.KEPT_UNTIL));
        assertThat(answer.certificates()).hasSize(2);
        assertThat(notes.deletedElsewhere).contains("c:" + customer, "p:" + contactRef);
        assertThat(notesAbout("c:" + customer)).isEmpty();
        assertThat(notesAbout("p:" + contactRef)).isEmpty();

        // And it is remembered that they were erased, and whom that was about is not
        assertThat(in(() -> erased.contains("c:" + customer))).isTrue();
        assertThat(in(() -> erased.contains("p:" + contactRef))).isTrue();
        assertThat(in(() -> erased.contains("c:somebody-else"))).isFalse();
        assertThat(texts("SELECT conclusion FROM subject_task WHERE task_id = ?1 AND task IS NULL", taskId))
                .containsExactly("ANSWERED");
    }

    @Test
    void a_probe_counts_what_is_left_and_changes_nothing() {
        // When
        Topics.publish(task(1, Operation.PROBE, KEEP));

        // Then
        TaskAnswered found = onlyAnswer();
        assertThat(found.outcome()).isEqualTo(Outcome.DONE);
        assertThat(found.found()).isPositive();
        assertThat(notesAbout("c:" + customer)).isNotEmpty();

        // When it is gone
        String erasure = "task-" + UUID.randomUUID();
        Topics.publish(task(erasure, 1, Operation.ERASURE, KEEP));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Topics.answers(erasure)).hasSize(1));
        Topics.publish(task(2, Operation.PROBE, KEEP));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Topics.answers(taskId)).hasSize(2));
        TaskAnswered clean = Topics.answers(taskId).getLast();
        assertThat(clean.outcome()).isEqualTo(Outcome.NOTHING_HELD);
        assertThat(clean.found()).isZero();
    }

    @Test
    void a_restriction_and_its_end_are_answered_once_they_are_in_force() {
        Topics.publish(task(1, Operation.RESTRICTION, List.of()));
        assertThat(onlyAnswer().outcome()).isEqualTo(Outcome.DONE);
        assertThat(notes.restricted).contains("c:" + customer, "p:" + contactRef);

        String lifting = "task-" + UUID.randomUUID();
        Topics.publish(task(lifting, 1, Operation.RESTRICTION_LIFTING, List.of()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Topics.answers(lifting)).hasSize(1));
        assertThat(notes.restricted).doesNotContain("c:" + customer, "p:" + contactRef);
    }

    @Test
    void nothing_is_erased_here_before_it_is_gone_elsewhere() {
        // Given
        notes.stubborn.add("c:" + customer);

        // When
        Topics.publish(task(1, Operation.ERASURE, KEEP));
        awaitFailures(2);

        // Then
        assertThat(notesAbout("c:" + customer)).isNotEmpty();
        assertThat(Topics.answers(taskId)).isEmpty();

        // When
        notes.stubborn.clear();

        // Then
        assertThat(onlyAnswer().outcome()).isEqualTo(Outcome.DONE);
        assertThat(notesAbout("c:" + customer)).isEmpty();
    }

    @Test
    void an_erasure_that_would_keep_more_than_is_allowed_does_not_happen() {
        // Given
        notes.greedy.add("c:" + customer);

        // When
        Topics.publish(task(1, Operation.ERASURE, KEEP));
        awaitFailures(1);

        // Then
        assertThat(notesAbout("c:" + customer)).isNotEmpty();
        assertThat(in(() -> erased.contains("c:" + customer))).isFalse();

        // When the code is mended
        notes.greedy.clear();

        // Then
        assertThat(onlyAnswer().kept()).hasSize(1);
    }

    @Test
    void an_erasure_that_is_asked_again_finds_nothing_and_hands_the_certificates_over_again() {
        // Given
        Topics.publish(task(1, Operation.ERASURE, KEEP));
        TaskAnswered first = onlyAnswer();

        // When
        Topics.publish(task(2, Operation.ERASURE, KEEP));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Topics.answers(taskId))
                        .extracting(TaskAnswered::version)
                        .containsExactly(1L, 2L));
        TaskAnswered second = Topics.answers(taskId).getLast();
        assertThat(second.outcome()).isEqualTo(Outcome.NOTHING_HELD);
        assertThat(second.certificates()).isEqualTo(first.certificates());
    }

    @Test
    void a_newer_version_takes_the_place_of_one_that_waits_and_an_older_one_changes_nothing() {
        // Given a task that cannot be done yet
        requests.next(taskId, new Answer(503, "text/plain", "away"));
        Topics.publish(task(1, Operation.ACCESS, List.of()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(requests.uploads(taskId)).hasSize(1));

        // When
        Topics.publish(task(3, Operation.ACCESS, List.of()));
        Topics.publish(task(2, Operation.ACCESS, List.of()));
        Topics.publish(task(3, Operation.ACCESS, List.of()));

        // Then
        assertThat(onlyAnswer().version()).isEqualTo(3);
    }

    @Test
    void an_operation_that_is_not_known_here_is_refused_at_once() {
        Topics.publishTask(requestId, """
                {"taskId":"%s","requestId":"%s","version":1,"operation":"RECTIFICATION","customerIds":["%s"],
                 "contactRefs":[],"categories":[],"keep":[],"issuedAt":"2026-02-03T10:00:00Z","dueDate":"2026-03-03"}""".formatted(taskId, requestId, customer));

        TaskAnswered answer = onlyAnswer();
        assertThat(answer.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(answer.reason()).isEqualTo("unknown-operation");
        assertThat(notesAbout("c:" + customer)).isNotEmpty();
    }

    @Test
    void several_instances_at_once_give_one_answer() throws Exception {
        // Given
        Topics.publish(task(1, Operation.ERASURE, KEEP));

        // When
        try (var instances = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 40; i++) {
                var unused = instances.submit(() -> job(answerTasks::answerDue));
            }
        }

        // Then
        assertThat(onlyAnswer().outcome()).isEqualTo(Outcome.DONE);
    }

    private SubjectTask task(long version, Operation operation, List<Exemption> keep) {
        return task(taskId, version, operation, keep);
    }

    private SubjectTask task(String id, long version, Operation operation, List<Exemption> keep) {
        return new SubjectTask(
                id,
                requestId,
                version,
                operation,
                List.of(customer),
                List.of(contactRef),
                List.of("user.privacy_preferences"),
                keep,
                NOTED,
                LocalDate.of(2026, 3, 3));
    }

    private TaskAnswered onlyAnswer() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Topics.answers(taskId)).isNotEmpty());
        List<TaskAnswered> answers = Topics.answers(taskId);
        assertThat(answers).hasSize(1);
        return answers.getFirst();
    }

    private List<String> notesAbout(String key) {
        return in(() -> notes.of(key));
    }

    private void awaitFailures(int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(texts(
                                "SELECT task_id FROM subject_task WHERE task_id = ?1 AND attempts >= ?2",
                                taskId,
                                count))
                        .isNotEmpty());
    }
}
