package org.privacypromise.requests.redaction;

/** How far a redaction is. */
public enum RedactionState {
    /** One person has marked it. */
    PROPOSED,
    /** A second one agrees: it is taken out. */
    APPROVED,
    /** A second one does not: it stays in. */
    TURNED_DOWN
}
