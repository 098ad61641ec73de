package org.privacypromise.register;

/** What the suite asks of a system that holds data. */
public enum Operation {
    /** Follow the customers' choices and acknowledge each version of them. */
    PREFERENCES,
    /** Hand over what it holds about a person (Art. 15 and 20). */
    ACCESS,
    /** Delete what it holds about a person, save what a retention rule keeps (Art. 17). */
    ERASURE,
    /** Look whether an erasure has left anything that no retention rule keeps. */
    PROBE,
    /** Erase what an erasure has kept, once its retention rule has ended; else a person sees to it. */
    RELEASE,
    /** Put data right (Art. 16). */
    RECTIFICATION,
    /** Store data and do nothing else with it, until that is lifted (Art. 18). */
    RESTRICTION
}
