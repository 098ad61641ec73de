package org.privacypromise.faults.history;

/** What must hold whatever is killed; the numbers are those of the suite's list of invariants. */
public enum Invariant {
    /** An acknowledged change is never lost, and an opt-out is not reversed without a newer opt-in. */
    I1_ACKNOWLEDGED_STAYS,
    /** A subject's versions strictly increase at every consumer, with no gap at rest. */
    I5_VERSIONS_IN_ORDER,
    /** One effect for one request, and one meaning of one event ID. */
    I6_ONE_EFFECT,
    /** An event is published if and only if its change was committed. */
    I7_PUBLISHED_IF_COMMITTED,
    /** The ledger's hash chain verifies. */
    I8_LEDGER_VERIFIES,
    /** An answer shows what was committed, and nothing older than what somebody has been shown before. */
    NO_STALE_READ
}
