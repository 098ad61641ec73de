package org.privacypromise.requests.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Requested;

@QuarkusTest
class EraseOldRequestsIT {

    @Inject
    EraseOldRequests erase;

    @Test
    void goes_with_everything_that_belongs_to_it_once_nobody_can_ask_us_to_account_for_it() {
        // Given
        UUID old = withdrawn();
        UUID recent = withdrawn();
        closed(old, "6 years 1 day");
        closed(recent, "6 years -1 day");
        assertThat(rows("request_history", old)).isPositive();

        // When
        Requested.run(erase::eraseOld);

        // Then
        assertThat(Database.column("SELECT id::text FROM request WHERE id IN (?, ?)", old, recent))
                .containsExactly(recent.toString());
        assertThat(rows("request_history", old)).isZero();
        assertThat(rows("notice", old)).isZero();
        assertThat(liveKeys(old)).isZero();
        assertThat(liveKeys(recent)).isPositive();
    }

    @Test
    void stays_as_long_as_something_is_kept_because_of_it_or_a_legal_hold_forbids_it() {
        UUID keeping = withdrawn();
        UUID held = withdrawn();
        closed(keeping, "7 years");
        closed(held, "7 years");
        Database.column(
                "INSERT INTO kept_data (id, request_id, system, category, rule, release_on)"
                        + " VALUES (gen_random_uuid(), ?, 'orders', 'user.name', 'tax-records', current_date)",
                keeping);
        Database.column(
                "INSERT INTO legal_hold (id, customer_id, categories, reason, authority, set_by, set_at)"
                        + " SELECT gen_random_uuid(), customer_id, '{}', '', '', 'staff-1', now() FROM request WHERE id = ?",
                held);

        Requested.run(erase::eraseOld);

        assertThat(Database.column("SELECT count(*) FROM request WHERE id IN (?, ?)", keeping, held))
                .containsExactly("2");
    }

    private static UUID withdrawn() {
        String customer = Customers.newCustomer();
        String id = Customers.ask(customer, "ACCESS").jsonPath().getString("requestId");
        return UUID.fromString(id);
    }

    private static void closed(UUID request, String ago) {
        Database.column(
                "UPDATE request SET status = 'WITHDRAWN', closed_at = now() - ?::interval WHERE id = ?", ago, request);
    }

    private static int rows(String table, UUID request) {
        return Integer.parseInt(Database.column("SELECT count(*) FROM " + table + " WHERE request_id = ?", request)
                .getFirst());
    }

    private static int liveKeys(UUID request) {
        return Integer.parseInt(Database.column(
                        "SELECT count(*) FROM subject_keys.subject_key WHERE wrapped_key IS NOT NULL AND subject = ?",
                        "r:" + request)
                .getFirst());
    }
}
