package org.privacypromise.fraudcheck.subjecttask;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.privacypromise.fraudcheck.Caller.contactRef;
import static org.privacypromise.fraudcheck.Caller.id;
import static org.privacypromise.fraudcheck.Caller.screen;
import static org.privacypromise.fraudcheck.Caller.signals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.events.TaskAnswered.Outcome;
import org.privacypromise.fraudcheck.Database;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisterLoader;
import org.privacypromise.teststack.KafkaProbe;

/** As requests-service sees this service: a task on its topic, the data by HTTP, an answer on the results' topic. */
@QuarkusTest
class SubjectTasksIT {

    private static final String SYSTEM = "fraud-check";

    private final String customer = "c-" + id();
    private final String contactRef = contactRef();

    @ConfigProperty(name = "privacy.requests.url")
    String requestsService;

    @Test
    void whoever_asks_for_their_data_gets_the_screenings_about_them() {
        // Given
        screen(id(), "REQUEST", signals("customerId", customer, "emailDomain", "mailinator.com"));

        // When
        SubjectTask task = task(Operation.ACCESS, List.of());
        TaskAnswered answer = answer(task);

        // Then
        assertThat(answer.outcome()).isEqualTo(Outcome.DONE);
        assertThat(answer.digest()).isNotNull();
        given().get(requestsService + "/tasks/{id}/data", task.taskId())
                .then()
                .statusCode(200)
                .body("system", equalTo(SYSTEM))
                .body(
                        "data.category",
                        equalTo(List.of("user.unique_id", "user.device.ip_address", "user.content.public")))
                .body("data[0].records[0].result", equalTo("a person has to look"));
    }

    @Test
    void of_somebody_unknown_nothing_is_held() {
        assertThat(answer(task(Operation.ACCESS, List.of())).outcome()).isEqualTo(Outcome.NOTHING_HELD);
    }

    @Test
    void an_erasure_leaves_what_the_register_says_and_nothing_else() {
        // Given
        screen(id(), "REQUEST", signals("customerId", customer, "contactRef", contactRef));

        // When
        TaskAnswered answer = answer(task(Operation.ERASURE, kept()));

        // Then
        assertThat(answer.outcome()).isEqualTo(Outcome.DONE);
        assertThat(answer.kept()).extracting(TaskAnswered.Kept::retention).containsExactly("fraud-counters");
        assertThat(Database.texts(
                        "SELECT id FROM screening WHERE customer_id = ? OR contact_ref = ?", customer, contactRef))
                .isEmpty();
    }

    @Test
    void what_this_service_keeps_and_exports_is_what_the_register_says_it_holds() {
        PurposeRegister register = RegisterLoader.loadDefault();
        var system = register.system(SYSTEM).orElseThrow();

        assertThat(kept()).containsExactly(ScreenedSubjects.COUNTERS);
        assertThat(system.holds()).contains("user.unique_id", "user.device.ip_address", "user.content.public");
        assertThat(register.retentionRule("fraud-counters")
                        .orElseThrow()
                        .period()
                        .toString())
                .contains("P30D");
    }

    @Test
    void whoever_has_the_use_of_their_data_stopped_is_looked_at_by_people_only() {
        // Given
        assertThat(answer(task(Operation.RESTRICTION, List.of())).outcome()).isEqualTo(Outcome.DONE);

        // When
        String screening = id();
        screen(screening, "REQUEST", signals("customerId", customer))
                .body("verdict", equalTo("REVIEW"))
                .body("reasons[0].rule", equalTo("restricted-data"));

        // Then nothing is noted of what was seen
        assertThat(Database.texts("SELECT signals::text FROM screening WHERE id = ?", screening))
                .singleElement()
                .asString()
                .doesNotContain("customer");

        // When
        answer(task(Operation.RESTRICTION_LIFTING, List.of()));

        // Then
        screen(id(), "REQUEST", signals("customerId", customer)).body("verdict", equalTo("ALLOW"));
    }

    @Test
    void a_probe_finds_screenings_and_after_an_erasure_nothing() {
        screen(id(), "REQUEST", signals("customerId", customer, "contactRef", contactRef));
        assertThat(answer(task(Operation.PROBE, kept())).found()).isEqualTo(1);

        answer(task(Operation.ERASURE, kept()));

        assertThat(answer(task(Operation.PROBE, kept())).outcome()).isEqualTo(Outcome.NOTHING_HELD);
    }

    private static List<SubjectTask.Exemption> kept() {
        return RegisterLoader.loadDefault().system(SYSTEM).orElseThrow().keeps().stream()
                .flatMap(keep -> keep.categories().stream()
                        .map(category -> new SubjectTask.Exemption(category, keep.retention())))
                .toList();
    }

    private SubjectTask task(Operation operation, List<SubjectTask.Exemption> keep) {
        SubjectTask task = new SubjectTask(
                id(),
                id(),
                1,
                operation,
                List.of(customer),
                List.of(contactRef),
                List.of("user.unique_id"),
                keep,
                Instant.now(),
                LocalDate.now().plusDays(30));
        KafkaProbe.publish("requests.tasks." + SYSTEM + ".v1", task);
        return task;
    }

    private static TaskAnswered answer(SubjectTask task) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> KafkaProbe.records("requests.task-results." + SYSTEM + ".v1").stream()
                                .filter(record -> task.requestId().equals(record.key()))
                                .map(record -> EventJson.read(TaskAnswered.class, record.value()))
                                .toList(),
                        answers -> !answers.isEmpty())
                .getFirst();
    }
}
