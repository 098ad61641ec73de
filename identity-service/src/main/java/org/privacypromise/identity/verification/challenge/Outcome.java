package org.privacypromise.identity.verification.challenge;

/** How a challenge ended. */
public enum Outcome {
    /** The right code came in time. */
    VERIFIED,
    /** Too many wrong codes came. */
    FAILED,
    /** No right code came in time. */
    EXPIRED
}
