package org.privacypromise.subjecttasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.DOWN;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.UP;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerProgressTest {

    private final LedgerProgress progress = new LedgerProgress();

    @Test
    void the_service_is_not_ready_before_the_ledger_was_read_to_its_end() {
        assertThat(progress.call().getStatus()).isEqualTo(DOWN);

        progress.readOn(entries(0, false));
        assertThat(progress.call().getStatus()).isEqualTo(DOWN);

        progress.readOn(entries(0, true));
        assertThat(progress.call().getStatus()).isEqualTo(UP);
    }

    @Test
    void a_fault_of_its_own_keeps_it_from_being_ready_and_one_of_the_brokers_does_not() {
        progress.interrupted(false);
        assertThat(progress.call().getStatus()).isEqualTo(DOWN);

        progress.interrupted(true);
        assertThat(progress.call().getStatus()).isEqualTo(UP);

        progress.readOn(entries(0, false));
        assertThat(progress.call().getStatus()).isEqualTo(DOWN);
    }

    @Test
    void once_ready_it_stays_so() {
        progress.readOn(entries(0, true));

        progress.interrupted(false);

        assertThat(progress.call().getStatus()).isEqualTo(UP);
    }

    @Test
    void entries_that_cannot_be_read_are_counted() {
        progress.readOn(entries(1, false));
        progress.readOn(entries(2, true));

        assertThat(progress.call().getData())
                .hasValueSatisfying(data -> assertThat(data).containsEntry("unreadable", 3L));
    }

    private static LedgerEntries entries(int unreadable, boolean complete) {
        return new LedgerEntries(List.of(), unreadable, Map.of(), complete);
    }
}
