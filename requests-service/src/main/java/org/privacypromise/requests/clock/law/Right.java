package org.privacypromise.requests.clock.law;

/** What the law gives a person to ask for. */
public enum Right {
    /** A copy of their data and what is done with it (GDPR Art. 15). */
    ACCESS,
    /** That their data is erased (GDPR Art. 17). */
    ERASURE
}
