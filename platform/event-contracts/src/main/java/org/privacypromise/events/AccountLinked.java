package org.privacypromise.events;

import java.time.Instant;

/** From now on the tokens of a sign-in account name this customer. */
public record AccountLinked(String customerId, long version, Instant linkedAt) implements CustomerEvent {

    public AccountLinked {
        Shape.reference("customerId", customerId);
        Shape.version(version);
        Shape.present("linkedAt", linkedAt);
    }

    @Override
    public EventType type() {
        return EventType.ACCOUNT_LINKED;
    }
}
