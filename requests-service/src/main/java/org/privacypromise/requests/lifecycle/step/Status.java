package org.privacypromise.requests.lifecycle.step;

/** Where a request can be. */
public enum Status {
    /** A guest has not yet proven to control the contact point. */
    AWAITING_VERIFICATION,
    /** The contact point is a customer's, so it takes the customer's sign-in. */
    AWAITING_SIGN_IN,
    /** It is being checked for fraud. */
    SCREENING,
    /** A person looks at it, because the screening found something. */
    IN_REVIEW,
    /** The systems are at work. */
    FULFILLING,
    /** The answer is with the person who asked. */
    ANSWERED,
    /** It was refused, with reasons. */
    REFUSED,
    /** Nobody has proven who asked. */
    LAPSED,
    /** Whoever asked has taken it back. */
    WITHDRAWN;

    /** Whether nothing can follow. */
    public boolean isClosed() {
        return this == ANSWERED || this == REFUSED || this == LAPSED || this == WITHDRAWN;
    }
}
