package org.privacypromise.fraudcheck.rule;

import java.util.List;
import java.util.stream.Collectors;

/** The rule set cannot be used. The message lists every fault with its line, its rule and what to do about it. */
public final class InvalidRuleSetException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<RuleFault> faults;

    InvalidRuleSetException(String source, List<RuleFault> faults) {
        super(faults.stream()
                .map(RuleFault::toString)
                .collect(Collectors.joining("\n  ", "The rule set " + source + " is refused:\n  ", "")));
        this.faults = List.copyOf(faults);
    }

    /** All faults, in the order of the file. */
    public List<RuleFault> faults() {
        return faults;
    }
}
