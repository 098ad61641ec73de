package org.privacypromise.fraudcheck.velocity.count;

import java.util.Arrays;
import java.util.Optional;

/** What is counted of whom. */
public enum Measure {
    ORIGIN_REQUESTS("origin.requests"),
    ORIGIN_VERIFICATIONS("origin.verifications"),
    /** How many different contact points an origin has used. */
    ORIGIN_CONTACT_POINTS("origin.contact_points"),
    CONTACT_POINT_REQUESTS("contact_point.requests"),
    CONTACT_POINT_VERIFICATIONS("contact_point.verifications"),
    CONTACT_POINT_FAILED_VERIFICATIONS("contact_point.failed_verifications"),
    CONTACT_POINT_DISPOSABLE_MAILBOXES("contact_point.disposable_mailboxes"),
    CUSTOMER_REQUESTS("customer.requests"),
    CUSTOMER_VERIFICATIONS("customer.verifications");

    private final String word;

    Measure(String word) {
        this.word = word;
    }

    /** As rules write it. */
    public String word() {
        return word;
    }

    public static Optional<Measure> named(String word) {
        return Arrays.stream(values())
                .filter(measure -> measure.word.equals(word))
                .findFirst();
    }
}
