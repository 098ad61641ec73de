package org.privacypromise.requests.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Requested;

@QuarkusTest
class AlertsIT {

    @Inject
    RaiseAlerts raise;

    @Inject
    AlertRepository alerts;

    @Inject
    MeterRegistry meters;

    private UUID id;

    @BeforeEach
    void a_request() {
        id = UUID.fromString(Customers.ask(Customers.newCustomer(), "ACCESS").path("requestId"));
    }

    @Test
    void each_level_is_raised_once_and_not_before_its_time() {
        assertThat(levels()).isEmpty();

        used(0.6);
        assertThat(levels()).containsExactly(Level.HALF);

        used(0.82);
        assertThat(levels()).containsExactlyInAnyOrder(Level.HALF, Level.TARGET, Level.EIGHTY);
        assertThat(levels()).hasSize(3);

        used(0.96);
        assertThat(levels()).containsExactlyInAnyOrder(Level.HALF, Level.TARGET, Level.EIGHTY, Level.NINETY_FIVE);
    }

    @Test
    void a_longer_time_begins_anew() {
        overdue();
        assertThat(levels()).hasSize(Level.values().length);

        Database.column("UPDATE request SET due_date = due_date + 30 WHERE id = ?", id);

        assertThat(levels().stream().filter(level -> level == Level.OVERDUE)).hasSize(1);
    }

    @Test
    void what_is_closed_raises_nothing() {
        Database.column("UPDATE request SET closed_at = now() WHERE id = ?", id);

        overdue();

        assertThat(levels()).isEmpty();
    }

    @Test
    void open_requests_are_counted_by_how_far_they_are_and_by_nothing_personal() {
        overdue();
        levels();

        assertThat(meters.find("privacy.requests.open")
                        .tags("right", "ACCESS", "regime", "UK_GDPR", "bucket", "OVERDUE")
                        .gauge())
                .isNotNull()
                .satisfies(gauge -> assertThat(gauge.value()).isPositive());
    }

    /** As if this share of the time until the end of its due date were over. */
    private void used(double share) {
        Database.column(
                "UPDATE request SET due_date = current_date + 10, received_at = now()"
                        + " - (((current_date + 11)::timestamp AT TIME ZONE 'UTC') - now()) * ?::float8 WHERE id = ?",
                share / (1 - share),
                id);
    }

    private void overdue() {
        Database.column(
                "UPDATE request SET received_at = now() - interval '12 days', due_date = current_date - 2 WHERE id = ?",
                id);
    }

    private List<Level> levels() {
        Requested.run(() -> raise.raiseDue());
        return Requested.run(() -> Panache.withSession(() -> alerts.of(id))).stream()
                .map(Alert::level)
                .toList();
    }
}
