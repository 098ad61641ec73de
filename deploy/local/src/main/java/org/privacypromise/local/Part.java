package org.privacypromise.local;

import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One program of the stack.
 *
 * @param name what people call it: in commands, log files and ports
 * @param after the parts that must be healthy before this one starts, and that outlive it when the stack stops
 * @param command how to start it; asked for only then
 * @param healthy whether it does its work now; false, never an exception, while it does not
 */
record Part(String name, Set<String> after, Supplier<Command> command, BooleanSupplier healthy) {

    /** The same program, to be measured rather than looked at. */
    Part atPeak() {
        return new Part(name, after, () -> command.get().atPeak(), healthy);
    }
}
