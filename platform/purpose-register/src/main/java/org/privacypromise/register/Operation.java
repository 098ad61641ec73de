package org.privacypromise.register;

/** What the suite asks of a system that holds data. */
public enum Operation {
    /** Follow the customers' choices and acknowledge each version of them. */
    PREFERENCES,
    /** Hand over what it holds about a person (Art. 15 and 20). */
    ACCESS,
    /** Delete what it holds about a person, save what a retention rule keeps (Art. 17). */
    ERASURE
}
