package org.privacypromise.register;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How people do the tasks of a system that no program answers for.
 *
 * @param instructions what to do, for each operation that the system takes part in
 * @param fourEyes whether a second person has to confirm what the first has done
 */
public record ByHand(Map<Operation, Text> instructions, boolean fourEyes) {

    public ByHand {
        instructions = Collections.unmodifiableMap(
                instructions.isEmpty() ? new EnumMap<>(Operation.class) : new EnumMap<>(instructions));
    }

    /** Null if the system takes no part in it. */
    public @Nullable Text instruction(Operation operation) {
        return instructions.get(operation);
    }
}
