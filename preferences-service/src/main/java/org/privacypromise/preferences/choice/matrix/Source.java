package org.privacypromise.preferences.choice.matrix;

/** By which way a choice reached us; part of the evidence. */
public enum Source {
    /** The customer, signed in. */
    CUSTOMER,
    /** The one-click header or link of a message (RFC 8058); only ever opts out. */
    UNSUBSCRIBE_LINK,
    /** An earlier opt-out of a contact point that has turned out to be this customer's. */
    SUPPRESSION
}
