package org.privacypromise.requests.lifecycle.step;

/** Where a request can be. */
public enum Status {
    /** A guest has not yet proven to control the contact point. */
    AWAITING_VERIFICATION,
    /** The contact point is a customer's, so it takes the customer's sign-in. */
    AWAITING_SIGN_IN,
    /** It is being checked for fraud. */
    SCREENING,
    /** A person looks at it: the screening found something, or it is of a kind that a person weighs. */
    IN_REVIEW,
    /** The systems are at work. */
    FULFILLING,
    /** The answer is with the person who asked. */
    ANSWERED,
    /** The answer is with the person who asked, and it says truthfully what of it could not be done. */
    ANSWERED_IN_PART,
    /** It was refused, with reasons. */
    REFUSED,
    /** Nobody has proven who asked. */
    LAPSED,
    /** Whoever asked has taken it back. */
    WITHDRAWN;

    /** Whether nothing is left to do; only data that turns up after its erasure opens it again. */
    public boolean isClosed() {
        return isAnswered() || this == REFUSED || this == LAPSED || this == WITHDRAWN;
    }

    /** Whether the person has the answer, complete or not. */
    public boolean isAnswered() {
        return this == ANSWERED || this == ANSWERED_IN_PART;
    }
}
