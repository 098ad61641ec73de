package org.privacypromise.requests.fulfilment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.events.TaskAnswered.Outcome;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Requested;
import org.privacypromise.requests.Systems;
import org.privacypromise.requests.Together;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.step.Status;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.Tokens;

@QuarkusTest
class TaskResultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Requested requested;

    @Inject
    PlanRequest plan;

    private final String customer = Customers.newCustomer();

    @Test
    void each_system_is_asked_once_about_everything_the_person_is_known_by() throws Exception {
        UUID request = requested.by(customer, Right.ACCESS);
        Together.times(4, () -> Requested.run(plan::planDue));

        for (String system : Systems.ALL) {
            SubjectTask task = Systems.awaitTask(system, request);
            assertThat(task.operation()).isEqualTo(SubjectTask.Operation.ACCESS);
            assertThat(task.customerIds()).containsExactly(customer, customer + "-older");
            assertThat(task.contactRefs()).containsExactly("1." + customer);
            assertThat(task.keep()).isEmpty();
            assertThat(task.dueDate()).isEqualTo(requested.find(request).dueDate());
            assertThat(Systems.tasks(system, request)).hasSize(1);
        }
    }

    @Test
    void a_guest_is_known_by_the_verified_contact_point_only() {
        UUID request = requested.byGuest("1.guest-" + customer, Right.ACCESS);

        SubjectTask task = Systems.awaitTask("marketing", request);
        assertThat(task.customerIds()).isEmpty();
        assertThat(task.contactRefs()).containsExactly("1.guest-" + customer);
    }

    @Test
    void a_customer_whom_identity_service_has_forgotten_is_asked_about_all_the_same() {
        String unknown = "nobody-" + UUID.randomUUID();
        UUID request = requested.by(unknown, Right.ACCESS);

        assertThat(Systems.awaitTask("orders", request).customerIds()).containsExactly(unknown);
    }

    @Test
    void while_identity_service_is_away_nothing_is_planned_and_nothing_is_lost() {
        UUID request = requested.by("away-" + UUID.randomUUID(), Right.ACCESS);

        await().atMost(PATIENCE)
                .until(() -> Database.column("SELECT attempts FROM fulfilment WHERE request_id = ?", request).stream()
                        .anyMatch(attempts -> Integer.parseInt(attempts) >= 2));
        assertThat(Database.column("SELECT id FROM task WHERE request_id = ?", request))
                .isEmpty();
        assertThat(requested.find(request).status()).isEqualTo(Status.FULFILLING);
    }

    @Test
    void an_answer_counts_once_however_often_it_comes() {
        UUID request = requested.by(customer, Right.ACCESS);
        SubjectTask task = Systems.awaitTask("orders", request);
        TaskAnswered answer = nothingHeld(task);

        Systems.say("orders", "same-id-" + request, answer);
        Systems.say("orders", "same-id-" + request, answer);
        Systems.say("orders", answer);

        awaitDone(request, 1);
        Systems.holdNothing("marketing", request);
        awaitDone(request, 2);
        assertThat(parked(request)).isEmpty();
    }

    @Test
    void what_cannot_be_true_is_parked_with_its_reason_and_holds_up_nobody_else() {
        assertParked("is not a task of this system", (request, task) -> Systems.say("marketing", nothingHeld(task)));
        assertParked(
                "a task that is not known here",
                (request, task) -> Systems.say(
                        "orders",
                        new TaskAnswered(
                                UUID.randomUUID().toString(),
                                request.toString(),
                                1,
                                Outcome.NOTHING_HELD,
                                null,
                                List.of(),
                                List.of(),
                                null,
                                Instant.now())));
        assertParked(
                "a task that is not known here",
                (request, task) -> Systems.say(
                        "orders",
                        new TaskAnswered(
                                "no-uuid",
                                request.toString(),
                                1,
                                Outcome.NOTHING_HELD,
                                null,
                                List.of(),
                                List.of(),
                                null,
                                Instant.now())));
        assertParked("none was uploaded", (request, task) -> Systems.say("orders", Systems.done(task, "a".repeat(64))));
        assertParked("digest is not that of the uploaded data", (request, task) -> {
            Systems.upload("orders", task.taskId(), Systems.document("orders", "user.name", ""));
            Systems.say("orders", Systems.done(task, "a".repeat(64)));
        });
        assertParked(
                "was not issued to the system yet",
                (request, task) -> Systems.say(
                        "orders",
                        new TaskAnswered(
                                task.taskId(),
                                task.requestId(),
                                9,
                                Outcome.NOTHING_HELD,
                                null,
                                List.of(),
                                List.of(),
                                null,
                                Instant.now())));
        assertParked(
                "UnreadableEventException",
                (request, task) -> KafkaProbe.publish(
                        "requests.task-results.orders.v1",
                        request.toString(),
                        "requests.task-answered.v1",
                        UUID.randomUUID().toString(),
                        "{".getBytes(StandardCharsets.UTF_8)));
        assertParked(
                "belongs to no system of the purpose register",
                (request, task) -> Systems.say("stranger", nothingHeld(task)));
    }

    @Test
    void a_task_of_another_request_is_not_believed_either() {
        UUID mine = requested.by(customer, Right.ACCESS);
        UUID other = requested.by(Customers.newCustomer(), Right.ACCESS);
        SubjectTask task = Systems.awaitTask("orders", other);

        Systems.say(
                "orders",
                new TaskAnswered(
                        task.taskId(),
                        mine.toString(),
                        1,
                        Outcome.NOTHING_HELD,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        Instant.now()));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(parked(mine)).singleElement().asString().contains("another request"));
    }

    @Test
    void a_system_keeps_no_more_than_the_register_lets_it() {
        UUID request = requested.by(customer, Right.ERASURE);
        SubjectTask task = Systems.awaitTask("orders", request);
        assertThat(task.keep()).contains(new SubjectTask.Exemption("user.name", "tax-records"));

        Systems.say(
                "orders",
                Systems.answer(
                        task,
                        Outcome.DONE,
                        null,
                        List.of(new TaskAnswered.Kept("user.contact.email", "tax-records", LocalDate.of(2032, 12, 31))),
                        List.of()));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(parked(request)).singleElement().asString().contains("does not let it keep"));
    }

    @Test
    void a_failure_keeps_the_request_open_until_it_is_put_right() {
        UUID request = requested.by(customer, Right.ACCESS);
        for (String system : Systems.ALL.subList(1, 6)) {
            Systems.holdNothing(system, request);
        }
        SubjectTask task = Systems.awaitTask("orders", request);
        Systems.say("orders", Systems.answer(task, Outcome.FAILED, null, List.of(), List.of()));
        awaitDone(request, 5);
        await().atMost(PATIENCE)
                .until(() -> Database.column("SELECT state FROM task WHERE id = ?", UUID.fromString(task.taskId()))
                        .contains("FAILED"));
        assertThat(requested.find(request).status()).isEqualTo(Status.FULFILLING);

        given().auth()
                .oauth2(Tokens.forService("requests-service")
                        .role("privacy-team")
                        .sign())
                .post("/tasks/{id}/reissue", task.taskId())
                .then()
                .statusCode(200);
        SubjectTask again = await().atMost(PATIENCE)
                .until(() -> Systems.awaitTask("orders", request), found -> found.version() == 2);
        Systems.say("orders", nothingHeld(again));

        await().atMost(PATIENCE).until(() -> requested.find(request).status() == Status.ANSWERED);
    }

    private interface Lie {
        void tell(UUID request, SubjectTask task);
    }

    private void assertParked(String reason, Lie lie) {
        UUID request = requested.by(Customers.newCustomer(), Right.ACCESS);
        SubjectTask task = Systems.awaitTask("orders", request);

        lie.tell(request, task);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(parked(request)).singleElement().asString().contains(reason));
        assertThat(requested.find(request).status()).isEqualTo(Status.FULFILLING);
        assertThat(Database.column("SELECT count(*) FROM task WHERE state = 'ANSWERED' AND request_id = ?", request))
                .containsExactly("0");
    }

    private void awaitDone(UUID request, int done) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                Customers.read(requested.find(request).customerId(), request.toString())
                                        .jsonPath()
                                        .getInt("tasks.done"))
                        .isEqualTo(done));
    }

    private static List<String> parked(UUID request) {
        return Database.column("SELECT reason FROM parked_event WHERE event_key = ?", request.toString());
    }

    private static TaskAnswered nothingHeld(SubjectTask task) {
        return Systems.answer(task, Outcome.NOTHING_HELD, null, List.of(), List.of());
    }
}
