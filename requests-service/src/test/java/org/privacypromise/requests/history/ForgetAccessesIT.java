package org.privacypromise.requests.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Requested;

/** The access log is kept as long as the register says, and no longer. */
@QuarkusTest
class ForgetAccessesIT {

    private final ForgetAccesses forgetting;

    ForgetAccessesIT(ForgetAccesses forgetting) {
        this.forgetting = forgetting;
    }

    @Test
    void after_a_year_nobody_knows_any_more_who_looked() {
        // Given
        UUID request = UUID.randomUUID();
        noted(request, "1 year 1 day");
        noted(request, "364 days");

        // When
        Requested.run(forgetting::forget);

        // Then
        assertThat(Database.column("SELECT purpose FROM request_access WHERE request_id = ?", request))
                .isEqualTo(List.of("364 days"));
    }

    private static void noted(UUID request, String ago) {
        Database.column(
                "INSERT INTO request_access (request_id, at, account, client, role, deed, purpose)"
                        + " VALUES (?, now() - ?::interval, 'team-1', 'desk', 'privacy-team', 'READ', ?)",
                request,
                ago,
                ago);
    }
}
