package org.privacypromise.requests.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.SubjectErased;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.events.TaskAnswered.Outcome;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.OtherServices;
import org.privacypromise.requests.Requested;
import org.privacypromise.requests.Systems;
import org.privacypromise.requests.Together;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.step.Status;
import org.privacypromise.subjecttasks.SubjectRefs;

@QuarkusTest
class ErasureIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final LocalDate END = LocalDate.of(2032, 12, 31);
    private static final TaskAnswered.Kept INVOICES = new TaskAnswered.Kept("user.name", "tax-records", END);

    @Inject
    Requested requested;

    @Inject
    FollowReport follow;

    @Inject
    PlanRequest plan;

    @Inject
    SubjectRefs refs;

    OtherServices others;

    private final String customer = "slow-" + UUID.randomUUID();

    @Test
    void goes_from_the_outside_in_and_says_what_is_kept_while_the_person_can_still_be_told() throws Exception {
        // Given
        UUID request = requested.by(customer, Right.ERASURE);
        LocalDate due = requested.find(request).dueDate();

        // When: each stage's systems, only once the one before is done
        Systems.awaitTask("orders", request);
        Systems.awaitTask("marketing", request);
        assertNotAsked(request, "fraud-check", "preferences", "identity", "requests");
        Systems.erase("marketing", request);
        Systems.erase("orders", request, INVOICES);
        Systems.awaitTask("fraud-check", request);
        assertNotAsked(request, "preferences", "identity", "requests");
        Systems.erase("fraud-check", request);
        Systems.erase("preferences", request, new TaskAnswered.Kept("user.unique_id", "suppression", null));

        for (String system : List.of("orders", "marketing", "preferences", "fraud-check")) {
            assertThat(mails(request))
                    .as("nobody is told before somebody has looked")
                    .isEmpty();
            Systems.findNothing(system, request);
        }

        // Then: the report, and the address is needed until it is accepted
        await().atMost(PATIENCE).until(() -> !mails(request).isEmpty());
        Together.times(4, () -> Requested.run(follow::followDue));
        SubjectTask identity = Systems.awaitTask("identity", request);
        assertThat(others.calls(
                        "/mails", call -> call.body().path("text").asText().contains(request.toString())))
                .as("tries until it was accepted")
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(mails(request))
                .extracting(mail -> mail.path("text").asText())
                .allSatisfy(text -> assertThat(text)
                        .contains(
                                "Your name",
                                "Erased in: Marketing.",
                                "Kept in: Orders, until 31 December 2032",
                                "Value Added Tax Act 1994",
                                "Follows right after this mail in: Who you are",
                                "have no address",
                                "last one"));
        assertNotAsked(request, "requests");

        // When: repeats and parallel jobs change nothing
        Systems.say("identity", Systems.answer(identity, Outcome.DONE, null, List.of(), List.of()));
        Systems.erase("orders", request, INVOICES);
        Together.times(4, () -> Requested.run(follow::followDue));
        Together.times(4, () -> Requested.run(plan::planDue));

        // Then: this service erases what it holds itself, as the last one, and all are looked at once more
        for (String system : List.of("orders", "marketing", "preferences", "fraud-check")) {
            await().atMost(PATIENCE)
                    .until(() -> Systems.tasks(system, request, SubjectTask.Operation.PROBE)
                                    .size()
                            == 2);
            assertThat(requested.find(request).status()).isEqualTo(Status.FULFILLING);
            Systems.findNothing(system, request);
        }
        Systems.findNothing("identity", request);
        await().atMost(PATIENCE).until(() -> requested.find(request).status() == Status.ANSWERED);
        assertThat(requested.find(request).dueDate()).isEqualTo(due);
        for (String system : Systems.ALL) {
            assertThat(Systems.tasks(system, request, SubjectTask.Operation.ERASURE))
                    .as(system)
                    .hasSize(1);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Systems.erased())
                        .extracting(SubjectErased::subjectRef)
                        .containsOnlyOnce(
                                refs.refOf("c:" + customer),
                                refs.refOf("c:" + customer + "-older"),
                                refs.refOf("p:1." + customer)));
        assertThat(Database.column(
                        "SELECT count(*) FROM request_history WHERE to_status = 'ANSWERED' AND request_id = ?",
                        request))
                .containsExactly("1");
        assertThat(Database.column(
                        "SELECT array_to_string(customer_ids || contact_refs, ',') FROM fulfilment WHERE request_id = ?",
                        request))
                .containsExactly("");

        JsonPath view = Customers.read(customer, request.toString()).jsonPath();
        assertThat(view.getString("report.categories.find { it.key == 'user.name' }.kept[0].until"))
                .isEqualTo("2032-12-31");
        assertThat(view.getList("report.categories.followsIn.flatten()")).isEmpty();
        assertThat(view.getList("report.certificates.keyId", String.class)).contains("key-of-orders");
        assertThat(view.getInt("tasks.done")).isEqualTo(6);
        assertThat(view.getString("report.categories.find { it.key == 'user.privacy_preferences' }.kept[0].retention"))
                .isEqualTo("request-records");
    }

    @Test
    void a_guest_is_erased_by_the_contact_point() {
        String ref = "1.guest-" + UUID.randomUUID();
        UUID request = requested.byGuest(ref, Right.ERASURE);

        for (String system : Systems.ALL.subList(0, 5)) {
            if (!system.equals("requests")) {
                Systems.awaitTask("orders", request);
            }
        }
        nothing(request, "orders", "marketing", "fraud-check", "preferences");
        List<String> outer = List.of("orders", "marketing", "fraud-check", "preferences");
        outer.forEach(system -> Systems.findNothing(system, request));
        nothing(request, "identity");
        outer.forEach(system -> await().atMost(PATIENCE)
                .until(() -> Systems.tasks(system, request, SubjectTask.Operation.PROBE)
                                .size()
                        == 2));
        outer.forEach(system -> Systems.findNothing(system, request));
        Systems.findNothing("identity", request);

        await().atMost(PATIENCE).until(() -> requested.find(request).status() == Status.ANSWERED);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Systems.erased())
                        .filteredOn(erased -> erased.scope() == SubjectErased.Scope.CONTACT_POINT)
                        .extracting(SubjectErased::subjectRef)
                        .containsOnlyOnce(refs.refOf("p:" + ref)));
    }

    private void nothing(UUID request, String... systems) {
        for (String system : systems) {
            Systems.holdNothing(system, request);
        }
    }

    private static void assertNotAsked(UUID request, String... systems) {
        for (String system : systems) {
            assertThat(Systems.tasks(system, request)).as(system).isEmpty();
        }
    }

    private List<JsonNode> mails(UUID request) {
        return others.mailsAbout(request.toString());
    }
}
