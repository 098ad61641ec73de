package org.privacypromise.events;

/** A fact about one customer. */
public sealed interface CustomerEvent extends IdentityEvent
        permits CustomerIdAllocated, ContactPointRecorded, AccountLinked {

    /** The ID under which every other service knows this customer. */
    String customerId();

    @Override
    default String key() {
        return EventKey.ofCustomer(customerId());
    }
}
