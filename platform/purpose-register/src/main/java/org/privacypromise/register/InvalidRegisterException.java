package org.privacypromise.register;

import java.util.List;
import java.util.stream.Collectors;

/** The register cannot be used. The message lists every fault with its line, its field and what to do about it. */
public final class InvalidRegisterException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    InvalidRegisterException(String source, List<Fault> faults) {
        super(faults.stream()
                .map(Fault::toString)
                .collect(Collectors.joining("\n  ", "The purpose register " + source + " is refused:\n  ", "")));
        this.faults = List.copyOf(faults);
    }

    /** All faults, in the order of the file. */
    public List<Fault> faults() {
        return faults;
    }
}
