package org.privacypromise.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.privacypromise.events.SubjectTask.Operation.ACCESS;
import static org.privacypromise.events.SubjectTask.Operation.ERASURE;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.events.TaskAnswered.Outcome;

/** A system that holds notes about people, and nothing that it would have to keep. */
class TaskWorkerIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String system = Suite.newSystem();
    private final String customer = UUID.randomUUID().toString();
    private final Suite suite = new Suite(system);
    private final PGSimpleDataSource database = Suite.database(system);
    private final TaskStore tasks = new TaskStore(database, InstantSource.system());
    private final TopicFollower follower = TasksFollower.of(system, Suite.BROKER, tasks, InstantSource.system());
    private Neighbours neighbours;
    private TaskWorker worker;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        neighbours = new Neighbours();
        worker = worker(this::outlet);
        notes().prepare();
        follower.start();
    }

    @AfterEach
    void stop() {
        worker.close();
        follower.close();
        neighbours.close();
        suite.close();
    }

    @Test
    void what_is_held_is_uploaded_and_then_answered_with_its_digest() throws Exception {
        // Given
        note(customer, "likes blue");
        note("somebody-else", "likes red");
        SubjectTask task = Suite.task(ACCESS, customer);

        // When
        worker.start();
        suite.give(system, task);

        // Then
        TaskAnswered answer = awaitAnswer(task);
        assertThat(neighbours.uploads).singleElement().satisfies(upload -> {
            assertThat(upload.path()).isEqualTo("PUT /tasks/" + task.taskId() + "/data");
            assertThat(upload.authorization()).isEqualTo("Bearer t1");
            assertThat(new String(upload.document(), UTF_8))
                    .isEqualTo("{\"system\":\"%s\",\"data\":[{\"category\":\"user.content.private\",".formatted(system)
                            + "\"source\":\"written by us\",\"records\":[{\"note\":\"likes blue\"}]}]}");
            assertThat(answer.digest()).isEqualTo(sha256(upload.document()));
        });
        assertThat(answer.outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void nothing_is_uploaded_about_somebody_of_whom_nothing_is_held() {
        // Given
        SubjectTask access = Suite.task(ACCESS, customer);
        SubjectTask erasure = Suite.task(ERASURE, customer);

        // When
        worker.start();
        suite.give(system, access);
        suite.give(system, erasure);

        // Then
        assertThat(awaitAnswer(access).outcome()).isEqualTo(Outcome.NOTHING_HELD);
        assertThat(awaitAnswer(erasure).outcome()).isEqualTo(Outcome.NOTHING_HELD);
        assertThat(neighbours.uploads).isEmpty();
    }

    @Test
    void an_answer_is_a_cloud_event_whose_id_says_what_it_answers() {
        SubjectTask task = Suite.task(ERASURE, customer);
        worker.start();
        suite.give(system, task);
        awaitAnswer(task);

        assertThat(Suite.records(TaskAnswer.topic(system), task.requestId())
                        .getFirst()
                        .headers())
                .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
                .contains(
                        "ce_specversion=1.0",
                        "ce_id=" + system + ":" + task.taskId() + ":1",
                        "ce_source=/systems/" + system,
                        "ce_type=requests.task-answered.v1",
                        "ce_subject=" + task.requestId(),
                        "ce_dataschema=urn:privacy-promise:schema:requests.task-answered.v1",
                        "content-type=application/json");
    }

    @Test
    void a_closed_task_is_remembered_without_whom_it_was_about() throws Exception {
        // Given
        note(customer, "likes blue");
        SubjectTask task = Suite.task(ERASURE, customer);
        worker.start();
        suite.give(system, task);
        awaitAnswer(task);
        await().atMost(SOON).until(() -> openTasks() == 0);

        // When
        suite.give(system, task);
        SubjectTask last = Suite.task(ERASURE, customer);
        suite.give(system, last);
        awaitAnswer(last);

        // Then
        assertThat(Suite.answers(system, task.requestId())).hasSize(1);
        assertThat(count("SELECT count(*) FROM subject_task WHERE subject_task::text LIKE '%" + customer + "%'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM task_document")).isZero();
    }

    @Test
    void a_newer_version_is_done_once_more_and_an_older_one_is_not() {
        // Given
        SubjectTask first = Suite.task(ERASURE, customer);
        SubjectTask second = withVersion(first, 2);
        worker.start();
        suite.give(system, second);
        awaitAnswer(second);

        // When
        suite.give(system, first);
        suite.give(system, withVersion(first, 3));

        // Then
        await().atMost(SOON)
                .until(() -> Suite.answers(system, first.requestId()).size() == 2);
        assertThat(Suite.answers(system, first.requestId()))
                .extracting(TaskAnswered::version)
                .containsExactly(2L, 3L);
    }

    @Test
    void whoever_is_killed_after_erasing_says_after_the_restart_what_was_erased() throws Exception {
        // Given
        note(customer, "likes blue");
        SubjectTask task = Suite.task(ERASURE, customer);
        worker = worker(() -> new SilentOutlet() {
            @Override
            public void publish(List<Statement> statements) {
                throw new Killed();
            }
        });
        worker.start();
        suite.give(system, task);
        await().dontCatchUncaughtExceptions().atMost(SOON).until(() -> count("SELECT count(*) FROM note") == 0);
        worker.close();

        // When
        worker = worker(this::outlet).start();

        // Then
        assertThat(awaitAnswer(task).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void whoever_is_killed_after_the_upload_sends_the_same_bytes_once_more_whatever_has_changed() throws Exception {
        // Given
        note(customer, "likes blue");
        SubjectTask task = Suite.task(ACCESS, customer);
        worker = worker(() -> new SilentOutlet() {
            @Override
            public void publish(List<Statement> statements) {
                throw new Killed();
            }
        });
        worker.start();
        suite.give(system, task);
        await().dontCatchUncaughtExceptions().atMost(SOON).until(() -> neighbours.uploads.size() == 1);
        worker.close();
        note(customer, "likes green now");

        // When
        worker = worker(this::outlet).start();

        // Then
        TaskAnswered answer = awaitAnswer(task);
        assertThat(neighbours.uploads)
                .hasSize(2)
                .allSatisfy(upload -> assertThat(sha256(upload.document())).isEqualTo(answer.digest()));
    }

    @ParameterizedTest
    @CsvSource({"401, sign-in-required", "429, too-many-requests", "500, internal-error", "503, ''", "404, ''"})
    void an_upload_that_fails_is_tried_again_and_the_persons_other_tasks_wait_but_nobody_elses(
            int status, String problem) throws Exception {
        // Given
        note(customer, "likes blue");
        SubjectTask access = Suite.task(ACCESS, customer);
        SubjectTask erasure = Suite.task(ERASURE, customer);
        SubjectTask another = Suite.task(ERASURE, "somebody-else");
        neighbours.uploadStatus = status;
        if (!problem.isEmpty()) {
            neighbours.refuseUploads(status, problem, "");
        }

        // When
        worker.start();
        suite.give(system, access);
        await().atMost(SOON).until(() -> !neighbours.uploads.isEmpty());
        suite.give(system, erasure);
        suite.give(system, another);

        // Then
        awaitAnswer(another);
        await().atMost(SOON).until(() -> neighbours.uploads.size() > 1);
        assertThat(Suite.answers(system, access.requestId())).isEmpty();
        assertThat(Suite.answers(system, erasure.requestId())).isEmpty();

        // When
        neighbours.takeUploads();

        // Then
        assertThat(awaitAnswer(access).outcome()).isEqualTo(Outcome.DONE);
        assertThat(awaitAnswer(erasure).outcome()).isEqualTo(Outcome.DONE);
        assertThat(count("SELECT count(*) FROM note")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"404, not-found", "409, task-closed"})
    void a_task_that_nobody_waits_for_any_more_is_closed_without_an_answer(int status, String problem)
            throws Exception {
        // Given
        note(customer, "likes blue");
        neighbours.refuseUploads(status, problem, "");
        SubjectTask task = Suite.task(ACCESS, customer);

        // When
        worker.start();
        suite.give(system, task);

        // Then
        await().atMost(SOON).until(() -> neighbours.uploads.size() == 1 && openTasks() == 0);
        assertThat(Suite.answers(system, task.requestId())).isEmpty();
        assertThat(count("SELECT count(*) FROM task_document")).isZero();
    }

    @Test
    void a_document_that_the_suite_refuses_needs_a_person() throws Exception {
        note(customer, "likes blue");
        neighbours.refuseUploads(413, "too-large", "");
        SubjectTask task = Suite.task(ACCESS, customer);

        worker.start();
        suite.give(system, task);

        assertThat(awaitAnswer(task))
                .extracting(TaskAnswered::outcome, TaskAnswered::reason, TaskAnswered::digest)
                .containsExactly(Outcome.FAILED, "document-refused", null);
    }

    @Test
    void if_another_document_of_this_task_is_there_already_that_one_counts() throws Exception {
        note(customer, "likes blue");
        neighbours.refuseUploads(409, "already-uploaded", ",\"sha256\":\"" + "ab".repeat(32) + "\"");
        SubjectTask task = Suite.task(ACCESS, customer);

        worker.start();
        suite.give(system, task);

        assertThat(awaitAnswer(task))
                .extracting(TaskAnswered::outcome, TaskAnswered::digest)
                .containsExactly(Outcome.DONE, "ab".repeat(32));
    }

    @Test
    void a_broker_that_does_not_take_the_answer_is_asked_again() {
        // Given
        var attempts = new AtomicInteger();
        worker = worker(() -> attempts.incrementAndGet() > 1
                ? outlet()
                : new SilentOutlet() {
                    @Override
                    public void publish(List<Statement> statements) {
                        throw new IllegalStateException("no");
                    }
                });
        SubjectTask task = Suite.task(ERASURE, customer);

        // When
        worker.start();
        suite.give(system, task);

        // Then
        awaitAnswer(task);
        assertThat(attempts).hasValue(2);
    }

    @Test
    void a_document_of_many_parts_arrives_whole() throws Exception {
        // Given
        for (int i = 0; i < 300; i++) {
            note(customer, i + "x".repeat(999));
        }
        SubjectTask task = Suite.task(ACCESS, customer);

        // When
        worker.start();
        suite.give(system, task);

        // Then
        TaskAnswered answer = awaitAnswer(task);
        byte[] document = neighbours.uploads.getFirst().document();
        assertThat(sha256(document)).isEqualTo(answer.digest());
        assertThat(Json.MAPPER.readTree(document).at("/data/0/records")).hasSize(300);
    }

    private TaskAnswered awaitAnswer(SubjectTask task) {
        return await().atMost(SOON)
                .until(
                        () -> Suite.answers(system, task.requestId()).stream()
                                .filter(answer ->
                                        answer.taskId().equals(task.taskId()) && answer.version() == task.version())
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static SubjectTask withVersion(SubjectTask task, long version) {
        return new SubjectTask(
                task.taskId(),
                task.requestId(),
                version,
                task.operation(),
                task.customerIds(),
                task.contactRefs(),
                task.categories(),
                task.keep(),
                task.issuedAt(),
                task.dueDate());
    }

    private TaskWorker worker(Supplier<Outlet> outlet) {
        var suiteClient = new SuiteClient(
                new AccessTokens(URI.create(neighbours.url() + "/token"), system, secret(), InstantSource.system()));
        return new TaskWorker(
                system,
                tasks,
                new Holdings(system, InstantSource.system()).with(notes()),
                new DataUpload(URI.create(neighbours.url()), suiteClient, new TaskDocuments(database)),
                outlet,
                InstantSource.system());
    }

    private Path secret() {
        try {
            return Files.writeString(folder.resolve("secret"), "s3cret");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Outlet outlet() {
        return new KafkaOutlet(system, Suite.BROKER);
    }

    private SubjectData notes() {
        return new SubjectData() {

            @Override
            public void prepare() throws SQLException {
                execute("CREATE TABLE IF NOT EXISTS note (customer_id text NOT NULL, note text NOT NULL)");
            }

            @Override
            public void export(Connection connection, Task task, SubjectDocument document)
                    throws SQLException, IOException {
                document.add(
                        connection,
                        "user.content.private",
                        "written by us",
                        "SELECT note AS \"note\" FROM note WHERE customer_id = ANY (?) ORDER BY note",
                        task.customerIds());
            }

            @Override
            public long leftovers(Connection connection, Task task) {
                return 0;
            }

            @Override
            public Erasure erase(Connection connection, Task task, LocalDate today) throws SQLException {
                try (var delete = connection.prepareStatement("DELETE FROM note WHERE customer_id = ANY (?)")) {
                    delete.setArray(
                            1,
                            connection.createArrayOf("text", task.customerIds().toArray()));
                    return new Erasure(delete.executeUpdate() > 0, List.of());
                }
            }
        };
    }

    private void note(String customerId, String text) throws SQLException {
        execute("INSERT INTO note VALUES ('" + customerId + "', '" + text + "')");
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                var execute = connection.createStatement()) {
            execute.execute(statement);
        }
    }

    private long openTasks() throws SQLException {
        return count("SELECT count(*) FROM subject_task WHERE closed_at IS NULL");
    }

    private long count(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                var select = connection.createStatement()) {
            var found = select.executeQuery(query);
            found.next();
            return found.getLong(1);
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private abstract static class SilentOutlet implements Outlet {
        @Override
        public void close() {}
    }

    /** No exception: nothing may catch it, just as nothing catches a kill. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
