package org.privacypromise.requests.hold;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what must not be erased. In the caller's session. */
@ApplicationScoped
public class LegalHolds {

    private final LegalHoldRepository holds;
    private final Clock clock;

    LegalHolds(LegalHoldRepository holds, Clock clock) {
        this.holds = holds;
        this.clock = clock;
    }

    /** @param customerIds all of them the same person */
    public Uni<Held> ofCustomers(List<String> customerIds) {
        return customerIds.isEmpty()
                ? Uni.createFrom().item(Held.NOTHING)
                : holds.notLifted(customerIds)
                        .map(all -> all.stream()
                                .filter(hold -> hold.binds(clock.instant()))
                                .map(LegalHold::held)
                                .reduce(Held.NOTHING, Held::and));
    }

    /** Nothing is held of somebody who is no customer. */
    public Uni<Held> ofCustomer(@Nullable String customerId) {
        return ofCustomers(customerId == null ? List.of() : List.of(customerId));
    }
}
