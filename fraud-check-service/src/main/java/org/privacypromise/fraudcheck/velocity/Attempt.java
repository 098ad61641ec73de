package org.privacypromise.fraudcheck.velocity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.privacypromise.fraudcheck.velocity.count.Measure;

/**
 * Something that somebody tried.
 *
 * @param origin references under every live key, the one to write down first; empty if it is not known. So are the others
 */
public record Attempt(What what, List<String> origin, List<String> contactPoint, List<String> customer, Instant at) {

    public Attempt {
        origin = List.copyOf(origin);
        contactPoint = List.copyOf(contactPoint);
        customer = List.copyOf(customer);
    }

    /** The same attempt, as one with a disposable mailbox; counted for its contact point only. */
    public Attempt withDisposableMailbox() {
        return new Attempt(What.DISPOSABLE_MAILBOX, List.of(), contactPoint, List.of(), at);
    }

    /** What it counts for. */
    List<Measure> measures() {
        return switch (what) {
            case REQUEST -> known(Measure.ORIGIN_REQUESTS, Measure.CONTACT_POINT_REQUESTS, Measure.CUSTOMER_REQUESTS);
            case VERIFICATION ->
                known(
                        Measure.ORIGIN_VERIFICATIONS,
                        Measure.CONTACT_POINT_VERIFICATIONS,
                        Measure.CUSTOMER_VERIFICATIONS);
            case FAILED_VERIFICATION -> List.of(Measure.CONTACT_POINT_FAILED_VERIFICATIONS);
            case DISPOSABLE_MAILBOX -> List.of(Measure.CONTACT_POINT_DISPOSABLE_MAILBOXES);
        };
    }

    private List<Measure> known(Measure ofOrigin, Measure ofContactPoint, Measure ofCustomer) {
        List<Measure> known = new ArrayList<>();
        if (!origin.isEmpty()) {
            known.add(ofOrigin);
        }
        if (!contactPoint.isEmpty()) {
            known.add(ofContactPoint);
        }
        if (!customer.isEmpty()) {
            known.add(ofCustomer);
        }
        return known;
    }

    /** What was tried. */
    public enum What {
        REQUEST,
        VERIFICATION,
        /** A verification that ended with too many wrong codes. */
        FAILED_VERIFICATION,
        /** A verification of a mailbox that lives for minutes: which one it is, is not known any more when its request comes. */
        DISPOSABLE_MAILBOX
    }
}
