package org.privacypromise.requests.lifecycle.step;

/** Why the law lets a request be refused. */
public enum Ground {
    /** Clearly made for something else than the right, such as to harass (GDPR Art. 12(5)). */
    MANIFESTLY_UNFOUNDED,
    /** Repeated without a new reason (GDPR Art. 12(5)). */
    EXCESSIVE,
    /** We cannot tell whose data it is about, or that whoever asks is that person (GDPR Art. 11(2), 12(2) and (6)). */
    NOT_IDENTIFIED,
    /** The right is given under conditions, and they are not met (such as GDPR Art. 17(1), 18(1), 20(1), 21(1)). */
    CONDITIONS_NOT_MET,
    /** Another law wants the opposite (such as GDPR Art. 17(3)). */
    EXEMPT,
    /** It would take from the rights of others (GDPR Art. 15(4)). */
    RIGHTS_OF_OTHERS
}
