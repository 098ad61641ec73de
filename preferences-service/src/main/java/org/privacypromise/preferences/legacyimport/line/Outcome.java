package org.privacypromise.preferences.legacyimport.line;

/** What became of a line. */
public enum Outcome {
    /** It is allowed now, by this line. */
    OPT_IN,
    /** It is refused now, by this line. */
    OPT_OUT,
    /** It says what holds. */
    UNCHANGED,
    /** Another line of the same import about the same choice counts more. */
    REPLACED_BY_ANOTHER_LINE,
    /** The subject has said something newer. */
    NEWER_CHOICE_KEPT,
    /** It was refused here, or at the contact point, and no import undoes that. */
    EARLIER_NO_KEPT,
    /** The subject was erased, and nothing brings them back. */
    ERASED
}
