package org.privacypromise.fraudcheck.rule.verdict;

/** What follows from a screening, from the mildest to the most severe. */
public enum Verdict {
    /** Nothing speaks against it. */
    ALLOW,
    /** A person has to look, if it is about a request. */
    REVIEW,
    /** A person has to look, too, if it is about a request: no machine refuses one. A verification gets no code. */
    DENY;

    boolean isMoreSevereThan(Verdict other) {
        return compareTo(other) > 0;
    }
}
