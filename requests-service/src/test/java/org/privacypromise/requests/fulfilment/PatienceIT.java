package org.privacypromise.requests.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.events.TaskAnswered.Outcome;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Desk;
import org.privacypromise.requests.Requested;
import org.privacypromise.requests.Systems;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.step.Status;

@QuarkusTest
class PatienceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Requested requested;

    @Inject
    WatchTasks watch;

    @Inject
    MeterRegistry meters;

    private final String customer = Customers.newCustomer();

    @Test
    void a_silent_system_is_reminded_of_the_same_task_and_then_a_person_is_called_while_the_rest_goes_on() {
        // Given
        UUID request = requested.by(customer, Right.ERASURE);
        SubjectTask task = Systems.awaitTask("orders", request);
        Systems.erase("marketing", request);

        // When a day has passed
        passed(task, "1 day");

        // Then
        assertThat(await().atMost(PATIENCE).until(() -> Systems.tasks("orders", request), tasks -> tasks.size() == 2))
                .extracting(SubjectTask::taskId, SubjectTask::version)
                .containsOnly(tuple(task.taskId(), 1L));
        assertThat(state(task)).isEqualTo("ISSUED");
        assertThat(Systems.tasks("fraud-check", request)).isEmpty();

        // When the register's time is over
        passed(task, "4 days");

        // Then
        assertThat(state(task)).isEqualTo("ESCALATED");
        Systems.erase("fraud-check", request);
        Systems.erase("preferences", request);
        Systems.findNothing("marketing", request);
        assertThat(Systems.tasks("identity", request))
                .as("its address is still needed")
                .isEmpty();
        Requested.run(watch::count);
        assertThat(meters.get("privacy.tasks.waiting")
                        .tag("system", "orders")
                        .gauge()
                        .value())
                .isPositive();
        Desk.as("staff-1").get("/desk/tasks").then().statusCode(200).body("taskId", hasItem(task.taskId()));

        // When it answers after all
        Systems.erase("orders", request);

        // Then
        assertThat(Systems.awaitTask("orders", request, Operation.PROBE).version())
                .isEqualTo(1);
    }

    @Test
    void what_a_system_could_not_do_is_tried_again_with_growing_pauses_and_then_left_to_a_person() {
        UUID request = requested.by(customer, Right.ACCESS);
        for (int tried = 1; tried <= 4; tried++) {
            int version = tried;
            SubjectTask task = await().atMost(PATIENCE)
                    .until(() -> Systems.awaitTask("orders", request), found -> found.version() == version);
            Systems.say("orders", Systems.answer(task, Outcome.FAILED, null, List.of(), List.of()));
            await().atMost(PATIENCE).until(() -> state(task).equals("FAILED"));
            passed(task, "3 hours");
        }

        assertThat(Systems.tasks("orders", request)).hasSize(4);
        assertThat(Database.column("SELECT look_at FROM task WHERE system = 'orders' AND request_id = ?", request))
                .containsOnlyNulls();
        assertThat(requested.find(request).status()).isEqualTo(Status.FULFILLING);
    }

    @Test
    void one_task_can_be_closed_undone_and_then_the_answer_is_one_in_part_and_says_why() {
        // Given
        UUID request = requested.by(customer, Right.ERASURE);
        SubjectTask task = Systems.awaitTask("orders", request);
        Systems.erase("marketing", request);

        // When
        Desk.as("staff-1")
                .body("{\"because\":\"UNREACHABLE\"}")
                .post("/desk/tasks/{id}/close", task.taskId())
                .then()
                .statusCode(200);
        for (String system : List.of("fraud-check", "preferences")) {
            Systems.erase(system, request);
        }
        for (String system : List.of("marketing", "fraud-check", "preferences")) {
            Systems.findNothing(system, request);
        }
        Systems.erase("identity", request);
        for (String system : List.of("marketing", "fraud-check", "preferences")) {
            await().atMost(PATIENCE)
                    .until(() -> Systems.tasks(system, request, Operation.PROBE).size() == 2);
            Systems.findNothing(system, request);
        }
        Systems.findNothing("identity", request);

        // Then
        await().atMost(PATIENCE).until(() -> requested.find(request).status() == Status.ANSWERED_IN_PART);
        JsonPath report = Customers.read(customer, request.toString()).jsonPath();
        assertThat(report.getString("report.categories.find { it.key == 'user.payment' }.notErased[0].because"))
                .contains("does not answer");
        assertThat(report.getList("report.categories.find { it.key == 'user.payment' }.erasedIn"))
                .isEmpty();

        // And what the system says now changes nothing
        Systems.erase("orders", request);
        Systems.say("orders", Systems.answer(task, Outcome.DONE, null, List.of(), List.of()));
        assertThat(state(task)).isEqualTo("GIVEN_UP");
    }

    private void passed(SubjectTask task, String interval) {
        Database.column(
                "UPDATE task SET issued_at = now() - ?::interval, look_at = CASE WHEN look_at IS NULL THEN NULL ELSE now() END WHERE id = ?",
                interval,
                UUID.fromString(task.taskId()));
        Requested.run(watch::watchDue);
    }

    private static String state(SubjectTask task) {
        return Database.column("SELECT state FROM task WHERE id = ?", UUID.fromString(task.taskId()))
                .getFirst();
    }
}
