package org.privacypromise.requests.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Facts;

@QuarkusTest
class ForgetVerificationsIT {

    @Inject
    ForgetVerifications forget;

    @Test
    void what_no_open_request_needs_is_forgotten_after_a_while() throws Throwable {
        // Given
        String recent = known(36);
        String old = known(38);
        String needed = Facts.newVerification();
        Customers.askAsGuest(needed, "ACCESS").then().statusCode(202);
        known(needed, 38, "EXPIRED");

        // When
        VertxContextSupport.subscribeAndAwait(forget::forgetOld);

        // Then
        assertThat(Database.column("SELECT id FROM verification WHERE id IN (?, ?, ?)", recent, old, needed))
                .containsExactlyInAnyOrder(recent, needed);
    }

    private static String known(int daysAgo) {
        String id = Facts.newVerification();
        known(id, daysAgo, "VERIFIED");
        return id;
    }

    private static void known(String id, int daysAgo, String outcome) {
        Database.column(
                "INSERT INTO verification (id, version, purpose, outcome, contact_ref, customer_ids, concluded_at)"
                        + " VALUES (?, 1, 'ACCESS_REQUEST', ?, ?, '{}', now() - ? * interval '1 day')",
                id,
                outcome,
                Facts.newContactRef(),
                daysAgo);
    }
}
