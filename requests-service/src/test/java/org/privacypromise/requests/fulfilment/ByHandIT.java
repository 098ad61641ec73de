package org.privacypromise.requests.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.TaskAnswered.Outcome;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Desk;
import org.privacypromise.requests.Requested;
import org.privacypromise.requests.Systems;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.step.Status;

/** With a paper archive, which no program answers for. */
@QuarkusTest
@TestProfile(ByHandIT.WithAnArchive.class)
class ByHandIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Requested requested;

    private final String customer = Customers.newCustomer();

    @Test
    void one_person_does_it_as_the_register_says_and_another_one_confirms_it() {
        // Given
        UUID request = requested.by(customer, Right.ACCESS);
        Systems.ALL.forEach(system -> Systems.holdNothing(system, request));
        String task = archiveTask(request);
        Desk.as("staff-1")
                .get("/desk/tasks/{id}", task)
                .then()
                .statusCode(200)
                .body("instructions", equalTo("Copy the folder."))
                .body("fourEyes", equalTo(true))
                .body("customerIds", hasItem(customer))
                .body("task.byHand", equalTo(true));
        Customers.as(customer).get("/desk/tasks/{id}", task).then().statusCode(403);

        // When: what is said must be true
        answer("staff-1", task, "DONE", 200);
        Desk.as("staff-2")
                .post("/desk/tasks/{id}/confirm", task)
                .then()
                .statusCode(422)
                .body("detail", containsString("none was uploaded"));
        String document = Systems.document("archive", "user.name", "{\"name\":\"Ada\"}");
        Systems.upload("orders", task, document).then().statusCode(404);
        Desk.as("staff-1")
                .body(document)
                .put("/desk/tasks/{id}/data", task)
                .then()
                .statusCode(201)
                .body("sha256", equalTo(Systems.digest(document)));
        answer("staff-1", task, "DONE", 200);

        // Then: one pair of eyes is not enough
        Desk.as("staff-1").post("/desk/tasks/{id}/confirm", task).then().statusCode(403);
        assertThat(requested.find(request).status()).isEqualTo(Status.FULFILLING);
        Desk.as("staff-2")
                .post("/desk/tasks/{id}/confirm", task)
                .then()
                .statusCode(200)
                .body("state", equalTo("ANSWERED"));
        await().atMost(PATIENCE).until(() -> requested.find(request).status() == Status.ANSWERED);
        Desk.as("staff-1").get("/desk/tasks/{id}", task).then().body("customerIds.size()", equalTo(0));
        answer("staff-1", task, "DONE", 409);
    }

    @Test
    void people_can_take_a_task_over_and_then_the_system_is_not_believed_any_more() {
        UUID request = requested.by(customer, Right.ACCESS);
        SubjectTask task = Systems.awaitTask("orders", request);
        answer("staff-1", task.taskId(), "NOTHING_HELD", 409);

        Desk.as("staff-1")
                .post("/desk/tasks/{id}/take-over", task.taskId())
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        Systems.say("orders", Systems.answer(task, Outcome.NOTHING_HELD, null, List.of(), List.of()));
        Systems.upload("orders", task.taskId(), Systems.document("orders", "user.name", ""))
                .then()
                .statusCode(404);
        Systems.holdNothing("marketing", request);
        await().atMost(PATIENCE)
                .until(() -> Database.column(
                                "SELECT state FROM task WHERE system = 'marketing' AND request_id = ?", request)
                        .contains("ANSWERED"));
        assertThat(Systems.tasks("orders", request)).hasSize(1);

        answer("staff-1", task.taskId(), "NOTHING_HELD", 200);
        assertThat(Database.column("SELECT state FROM task WHERE id = ?", UUID.fromString(task.taskId())))
                .containsExactly("ANSWERED");
    }

    @Test
    void what_the_register_does_not_let_people_keep_they_do_not_keep() {
        UUID request = requested.by(customer, Right.ERASURE);
        String task = archiveTask(request);

        Desk.as("staff-1")
                .body("""
                        {"outcome":"DONE","kept":[{"category":"user.name","retention":"tax-records","until":"2032-12-31"}]}""")
                .post("/desk/tasks/{id}/answer", task)
                .then()
                .statusCode(200);
        Desk.as("staff-2").post("/desk/tasks/{id}/confirm", task).then().statusCode(422);
        Desk.as("staff-1")
                .body("{\"outcome\":\"DONE\",\"state\":\"ANSWERED\"}")
                .post("/desk/tasks/{id}/answer", task)
                .then()
                .statusCode(400);
        assertThat(Database.column("SELECT state FROM task WHERE id = ?", UUID.fromString(task)))
                .containsExactly("ISSUED");
    }

    private static void answer(String staff, String task, String outcome, int status) {
        Desk.as(staff)
                .body("{\"outcome\":\"" + outcome + "\"}")
                .post("/desk/tasks/{id}/answer", task)
                .then()
                .statusCode(status);
    }

    private static String archiveTask(UUID request) {
        return await().atMost(PATIENCE)
                .until(
                        () -> Database.column(
                                "SELECT id::text FROM task WHERE system = 'archive' AND state = 'ISSUED' AND request_id = ?",
                                request),
                        found -> !found.isEmpty())
                .getFirst();
    }

    /** The register that ships, and a system more. */
    public static final class WithAnArchive implements QuarkusTestProfile {

        private static final String ARCHIVE = """
                systems:

                  - key: archive
                    name: Archive
                    by-hand: { four-eyes: true, access: Copy the folder., erasure: Shred the folder. }
                    holds: [user.name]
                    operations: { access: PT240H, erasure: PT240H }
                """;

        @Override
        public Map<String, String> getConfigOverrides() {
            try (InputStream shipped = ByHandIT.class.getResourceAsStream("/privacy/purpose-register.yaml")) {
                String register = new String(Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8);
                Path file = Files.createTempFile("register", ".yaml");
                file.toFile().deleteOnExit();
                Files.writeString(file, register.replace("\nsystems:\n", "\n" + ARCHIVE));
                return Map.of("privacy.register", file.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
