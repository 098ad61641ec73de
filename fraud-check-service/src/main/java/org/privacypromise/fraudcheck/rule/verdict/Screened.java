package org.privacypromise.fraudcheck.rule.verdict;

/** What is screened. */
public enum Screened {
    /** Somebody asks for their data, or that it be erased. Only a person may stop it. */
    REQUEST,
    /** Somebody asks for a code to prove that a mailbox or phone is theirs. Nobody can wait for a person here. */
    VERIFICATION
}
