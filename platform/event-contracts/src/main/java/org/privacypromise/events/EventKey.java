package org.privacypromise.events;

/** The Kafka keys of the suite; they are safe in a header and hold nothing but an opaque reference. */
public final class EventKey {

    private EventKey() {}

    /** The key of everything about this customer. */
    public static String ofCustomer(String customerId) {
        return "c:" + Shape.reference("customerId", customerId);
    }

    /** The key of what is known about a contact point only, because no customer is linked to it. */
    public static String ofContactPoint(String contactRef) {
        return "p:" + Shape.reference("contactRef", contactRef);
    }
}
