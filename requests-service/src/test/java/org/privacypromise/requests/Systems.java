package org.privacypromise.requests;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.events.SubjectErased;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.Tokens;

/** The systems that hold personal data, through the real topics and over HTTP. */
public final class Systems {

    public static final List<String> ALL =
            List.of("orders", "marketing", "identity", "preferences", "requests", "fraud-check");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Systems() {}

    /** The newest task of this request that the system has found on its topic. */
    public static SubjectTask awaitTask(String system, UUID requestId) {
        return await().atMost(PATIENCE)
                .until(() -> tasks(system, requestId).stream().reduce((one, later) -> later), Optional::isPresent)
                .orElseThrow();
    }

    /** The same, of this operation. */
    public static SubjectTask awaitTask(String system, UUID requestId, SubjectTask.Operation operation) {
        return await().atMost(PATIENCE)
                .until(
                        () -> tasks(system, requestId).stream()
                                .filter(task -> task.operation() == operation)
                                .reduce((one, later) -> later),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** As many probes as the system has got are answered: nothing is left there. */
    public static void findNothing(String system, UUID requestId) {
        say(
                system,
                answer(
                        awaitTask(system, requestId, SubjectTask.Operation.PROBE),
                        TaskAnswered.Outcome.NOTHING_HELD,
                        null,
                        List.of(),
                        List.of()));
    }

    /** A probe has found this many records. */
    public static void find(String system, UUID requestId, long records) {
        SubjectTask probe = awaitTask(system, requestId, SubjectTask.Operation.PROBE);
        say(
                system,
                new TaskAnswered(
                        probe.taskId(),
                        probe.requestId(),
                        probe.version(),
                        TaskAnswered.Outcome.DONE,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        Instant.now(),
                        records,
                        null));
    }

    public static List<SubjectTask> tasks(String system, UUID requestId, SubjectTask.Operation operation) {
        return tasks(system, requestId).stream()
                .filter(task -> task.operation() == operation)
                .toList();
    }

    public static List<SubjectTask> tasks(String system, UUID requestId) {
        return KafkaProbe.records(EventType.SUBJECT_TASK.topic(system)).stream()
                .filter(record -> requestId.toString().equals(record.key()))
                .map(record -> EventJson.read(SubjectTask.class, record.value()))
                .toList();
    }

    public static List<SubjectErased> erased() {
        return KafkaProbe.records(EventType.SUBJECT_ERASED.topic()).stream()
                .map(record -> EventJson.read(SubjectErased.class, record.value()))
                .toList();
    }

    public static String token(String system) {
        boolean ours = !List.of("orders", "marketing").contains(system);
        Tokens tokens = Tokens.forService("requests-service");
        return ours
                ? tokens.client(system + "-service").role("service").sign()
                : tokens.system(system).sign();
    }

    public static Response upload(String system, String taskId, String document) {
        return given().auth()
                .oauth2(token(system))
                .contentType("application/json")
                .body(document.getBytes(StandardCharsets.UTF_8))
                .put("/tasks/{id}/data", taskId);
    }

    public static String document(String system, String category, String records) {
        return """
                {"system":"%s","data":[{"category":"%s","source":"given by you","records":[%s]}]}""".formatted(system, category, records);
    }

    public static String digest(String document) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hands a document over and says so. */
    public static void handOver(String system, UUID requestId, String category, String records) {
        SubjectTask task = awaitTask(system, requestId);
        String document = document(system, category, records);
        upload(system, task.taskId(), document).then().statusCode(201);
        say(system, done(task, digest(document)));
    }

    public static void holdNothing(String system, UUID requestId) {
        say(
                system,
                answer(awaitTask(system, requestId), TaskAnswered.Outcome.NOTHING_HELD, null, List.of(), List.of()));
    }

    public static void erase(String system, UUID requestId, TaskAnswered.Kept... kept) {
        say(
                system,
                answer(
                        awaitTask(system, requestId, SubjectTask.Operation.ERASURE),
                        TaskAnswered.Outcome.DONE,
                        null,
                        List.of(kept),
                        List.of(new TaskAnswered.Certificate(
                                "key-of-" + system,
                                Instant.now(),
                                Instant.now().plus(Duration.ofDays(7)),
                                "c".repeat(64)))));
    }

    public static TaskAnswered done(SubjectTask task, String digest) {
        return answer(task, TaskAnswered.Outcome.DONE, digest, List.of(), List.of());
    }

    public static TaskAnswered answer(
            SubjectTask task,
            TaskAnswered.Outcome outcome,
            String digest,
            List<TaskAnswered.Kept> kept,
            List<TaskAnswered.Certificate> certificates) {
        return new TaskAnswered(
                task.taskId(),
                task.requestId(),
                task.version(),
                outcome,
                digest,
                kept,
                certificates,
                outcome == TaskAnswered.Outcome.FAILED ? "legal-hold" : null,
                Instant.now());
    }

    public static void say(String system, TaskAnswered answer) {
        say(system, UUID.randomUUID().toString(), answer);
    }

    public static void say(String system, String eventId, TaskAnswered answer) {
        KafkaProbe.publish(
                "requests.task-results." + system + ".v1",
                answer.key(),
                answer.type().typeName(),
                eventId,
                EventJson.write(answer));
    }
}
