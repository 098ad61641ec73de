package org.privacypromise.register;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A holder of personal data that takes part in what customers ask for.
 *
 * @param key also the suffix of the topics that belong to the system
 * @param client its OIDC client ID
 * @param suite whether it is one of the suite's own services
 * @param holds keys of the {@link DataCategory data categories} it holds
 * @param keeps what an erasure leaves there, rule by rule; empty if it erases everything
 * @param targetTimes for each operation it takes part in, within which time it means to have done it
 */
public record RegisteredSystem(
        String key,
        Text name,
        String client,
        boolean suite,
        List<String> holds,
        List<Keep> keeps,
        Map<Operation, Duration> targetTimes) {

    public RegisteredSystem {
        holds = List.copyOf(holds);
        keeps = List.copyOf(keeps);
        targetTimes = Collections.unmodifiableMap(new LinkedHashMap<>(targetTimes));
    }

    public boolean takesPartIn(Operation operation) {
        return targetTimes.containsKey(operation);
    }

    /** The promised time, or null if the system takes no part in the operation. */
    public @Nullable Duration targetTime(Operation operation) {
        return targetTimes.get(operation);
    }
}
