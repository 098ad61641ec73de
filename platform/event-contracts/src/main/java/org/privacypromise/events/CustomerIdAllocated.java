package org.privacypromise.events;

import java.time.Instant;

/** Somebody shopped for the first time and is a customer from now on. */
public record CustomerIdAllocated(String customerId, long version, Instant allocatedAt) implements CustomerEvent {

    public CustomerIdAllocated {
        Shape.reference("customerId", customerId);
        Shape.version(version);
        Shape.present("allocatedAt", allocatedAt);
    }

    @Override
    public EventType type() {
        return EventType.CUSTOMER_ID_ALLOCATED;
    }
}
