package org.privacypromise.faults.history;

/** Something that did not hold, and of whom. */
public record Violation(Invariant invariant, String key, String what) {

    @Override
    public String toString() {
        return invariant + " of " + key + ": " + what;
    }
}
