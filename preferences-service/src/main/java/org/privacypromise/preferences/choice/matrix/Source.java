package org.privacypromise.preferences.choice.matrix;

/** By which way a choice reached us; part of the evidence. */
public enum Source {
    /** The customer, signed in. */
    CUSTOMER,
    /** The one-click header or link of a message (RFC 8058); only ever opts out. */
    UNSUBSCRIBE_LINK,
    /** An earlier opt-out of a contact point that has turned out to be this customer's. */
    SUPPRESSION,
    /** A form for somebody who is not signed in, such as a newsletter or a competition. */
    GUEST,
    /** The link by which somebody confirmed from their mailbox what they had asked for (double opt-in). */
    CONFIRMATION_LINK,
    /** A sale at which the customer did not say no (ePrivacy Directive Art. 13(2)). */
    SOFT_OPT_IN,
    /** The browser's signal (Global Privacy Control); only ever opts out. */
    GPC,
    /** What was chosen at a contact point and by its customer was made one, the most protective first. */
    MERGE,
    /** The records of the time before, in bulk; never undoes a no that was said here. */
    IMPORT
}
