package org.privacypromise.identity.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.ContactPointRecorded;
import org.privacypromise.identity.Database;
import org.privacypromise.identity.RealParts;

/** A contact key was renewed, and customers are known from before. */
@QuarkusTest
@RealParts
class TellOfRenewedKeyIT {

    @Test
    void everybody_who_is_known_from_before_is_told_of_once_more() {
        // Given
        String customerId = Shop.buy(Shop.newReference(), Shop.newEmail()).path("customerId");
        ContactPointRecorded before =
                (ContactPointRecorded) IdentityEvents.of(customerId, 2).get(1);

        // When
        Database.change("UPDATE contact_point SET told_under = 0 WHERE customer_id = ?", customerId);

        // Then
        ContactPointRecorded again =
                (ContactPointRecorded) IdentityEvents.of(customerId, 3).get(2);
        assertThat(again.version()).isEqualTo(3);
        assertThat(again.everyRef()).isEqualTo(before.everyRef());
        assertThat(again.verified()).isFalse();
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> Database.text("SELECT told_under FROM contact_point WHERE customer_id = ?", customerId)
                        .equals("1"));
        assertThat(IdentityEvents.of(customerId, 3)).hasSize(3);
    }
}
