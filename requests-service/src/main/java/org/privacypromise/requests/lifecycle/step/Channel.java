package org.privacypromise.requests.lifecycle.step;

/** By which way a request reached us. */
public enum Channel {
    /** By a customer with an account. */
    SIGNED_IN,
    /** By somebody without one, who proves control of a contact point. */
    GUEST,
    /** On the telephone, to customer care. */
    CALL,
    /** On paper, to customer care or anybody else of ours. */
    LETTER
}
