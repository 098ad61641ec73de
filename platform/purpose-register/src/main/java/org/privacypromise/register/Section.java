package org.privacypromise.register;

/** Whose processing a purpose describes. */
public enum Section {
    /** What the retailer's privacy notice tells customers. */
    NOTICE,
    /** What the suite itself does with personal data in order to keep those promises. */
    SUITE
}
