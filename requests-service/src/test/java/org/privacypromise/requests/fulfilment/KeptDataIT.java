package org.privacypromise.requests.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.events.TaskAnswered.Outcome;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.OtherServices;
import org.privacypromise.requests.Requested;
import org.privacypromise.requests.Systems;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.step.Status;

@QuarkusTest
class KeptDataIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final LocalDate END = LocalDate.of(2032, 12, 31);

    @Inject
    Requested requested;

    @Inject
    ReleaseKept release;

    OtherServices others;

    private final String customer = Customers.newCustomer();
    private UUID request;

    @BeforeEach
    void an_erasure_that_has_left_invoices() {
        request = requested.by(customer, Right.ERASURE);
        Systems.erase(
                "orders",
                request,
                new TaskAnswered.Kept("user.name", "tax-records", END),
                new TaskAnswered.Kept("user.payment", "tax-records", END));
        Systems.erase("marketing", request);
        Systems.erase("fraud-check", request);
        Systems.erase("preferences", request, new TaskAnswered.Kept("user.unique_id", "suppression", null));
        List<String> outer = List.of("orders", "marketing", "fraud-check", "preferences");
        outer.forEach(system -> Systems.findNothing(system, request));
        Systems.erase("identity", request);
        outer.forEach(system -> {
            await().atMost(PATIENCE)
                    .until(() -> Systems.tasks(system, request, Operation.PROBE).size() == 2);
            Systems.findNothing(system, request);
        });
        Systems.findNothing("identity", request);
        await().atMost(PATIENCE).until(() -> requested.find(request).status() == Status.ANSWERED);
    }

    @Test
    void is_noted_with_its_rule_and_its_day_and_whose_it_is_lies_there_encrypted() {
        assertThat(kept())
                .contains(
                        "orders user.name tax-records 2032-12-31",
                        "orders user.payment tax-records 2032-12-31",
                        "preferences user.unique_id suppression never");
        assertThat(Database.column(
                        "SELECT encode(kept_subject, 'escape') FROM fulfilment WHERE request_id = ?", request))
                .singleElement()
                .asString()
                .isNotEmpty()
                .doesNotContain(customer);
    }

    @Test
    void is_erased_on_the_day_after_and_whose_it_was_is_forgotten_with_the_last_of_it() {
        // Given its last day, on which it is still kept
        lastDayIs("current_date");
        Requested.run(release::releaseDue);
        assertThat(Systems.tasks("orders", request, Operation.RELEASE)).isEmpty();

        // When
        lastDayIs("current_date - 1");
        Requested.run(release::releaseDue);
        Requested.run(release::releaseDue);

        // Then
        SubjectTask task = Systems.awaitTask("orders", request, Operation.RELEASE);
        assertThat(task.customerIds()).contains(customer);
        assertThat(task.categories()).containsExactly("user.name", "user.payment");
        assertThat(task.keep()).isEmpty();
        assertThat(task.recipients()).contains("carriers");
        assertThat(Systems.tasks("orders", request, Operation.RELEASE)).hasSize(1);

        // When
        Systems.say("orders", Systems.answer(task, Outcome.DONE, null, List.of(), List.of()));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                Database.column("SELECT kept_subject FROM fulfilment WHERE request_id = ?", request))
                        .containsOnlyNulls());
        assertThat(Database.column(
                        "SELECT count(*) FROM kept_data WHERE system = 'orders' AND released_at IS NULL AND request_id = ?",
                        request))
                .containsExactly("0");
        await().atMost(PATIENCE)
                .until(() -> others.mailsAbout(request.toString()).stream()
                        .anyMatch(mail -> mail.path("text").asText().contains("That time is over")));
        assertThat(requested.find(request).status()).isEqualTo(Status.ANSWERED);
    }

    private void lastDayIs(String day) {
        Database.column(
                "UPDATE kept_data SET release_on = " + day + " WHERE rule = 'tax-records' AND request_id = ?", request);
        // What this service keeps itself has a day of its own
        Database.column(
                "UPDATE kept_data SET release_on = NULL WHERE rule <> 'tax-records' AND request_id = ?", request);
    }

    private List<String> kept() {
        return Database.column(
                "SELECT concat_ws(' ', system, category, rule, coalesce(release_on::text, 'never')) FROM kept_data WHERE request_id = ?",
                request);
    }
}
