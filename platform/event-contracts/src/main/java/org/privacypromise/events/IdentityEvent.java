package org.privacypromise.events;

/** What identity-service publishes, always about one customer. */
public sealed interface IdentityEvent extends Event permits CustomerIdAllocated, ContactPointRecorded, AccountLinked {

    /** The ID under which every other service knows this customer. */
    String customerId();

    @Override
    default String key() {
        return EventKey.ofCustomer(customerId());
    }
}
