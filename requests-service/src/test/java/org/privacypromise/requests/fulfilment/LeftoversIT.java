package org.privacypromise.requests.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.OtherServices;
import org.privacypromise.requests.Requested;
import org.privacypromise.requests.Systems;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.step.Status;

@QuarkusTest
class LeftoversIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Requested requested;

    OtherServices others;

    private UUID request;

    @BeforeEach
    void an_erasure_that_its_systems_say_is_done() {
        request = requested.by(Customers.newCustomer(), Right.ERASURE);
        Systems.erase("orders", request);
        Systems.erase("marketing", request);
        Systems.erase("fraud-check", request);
        Systems.erase("preferences", request);
        Systems.findNothing("marketing", request);
        Systems.findNothing("fraud-check", request);
        Systems.findNothing("preferences", request);
    }

    @Test
    void what_a_probe_finds_is_erased_again_and_looked_for_again_before_anybody_is_told() {
        // When
        Systems.find("orders", request, 2);

        // Then
        SubjectTask again = awaitVersion("orders", Operation.ERASURE, 2);
        assertThat(again.keep()).isNotEmpty();
        assertThat(others.mailsAbout(request.toString())).isEmpty();
        assertThat(requested.find(request).status()).isEqualTo(Status.FULFILLING);
        assertThat(Database.column(
                        "SELECT count(*) FROM request_history WHERE event = 'Reopened' AND request_id = ?", request))
                .containsExactly("1");

        // When
        Systems.erase("orders", request);
        awaitVersion("orders", Operation.PROBE, 2);
        Systems.findNothing("orders", request);

        // Then
        await().atMost(PATIENCE)
                .until(() -> !others.mailsAbout(request.toString()).isEmpty());
    }

    @Test
    void what_comes_back_again_and_again_is_for_a_person_to_look_at_and_is_never_called_done() {
        for (int time = 1; time <= 4; time++) {
            awaitVersion("orders", Operation.PROBE, time);
            Systems.find("orders", request, 1);
            if (time < 4) {
                awaitVersion("orders", Operation.ERASURE, time + 1);
                Systems.erase("orders", request);
            }
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Database.column(
                                "SELECT system FROM task WHERE state = 'FAILED' AND operation = 'PROBE' AND request_id = ?",
                                request))
                        .containsExactly("orders"));
        assertThat(requested.find(request).status()).isEqualTo(Status.FULFILLING);
        assertThat(others.mailsAbout(request.toString())).isEmpty();
        assertThat(Systems.tasks("orders", request, Operation.ERASURE)).hasSize(4);
    }

    private SubjectTask awaitVersion(String system, Operation operation, long version) {
        return await().atMost(PATIENCE)
                .until(() -> Systems.awaitTask(system, request, operation), task -> task.version() == version);
    }
}
