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
 * @param client its OIDC client ID; empty if it has none, because people do its tasks
 * @param suite whether it is one of the suite's own services
 * @param holds keys of the {@link DataCategory data categories} it holds
 * @param keeps what an erasure leaves there, rule by rule; empty if it erases everything
 * @param passesOn keys of the {@link Recipient recipients} to whom it passes data on, and whom it tells of an erasure,
 *     rectification or restriction (Art. 19)
 * @param byHand how people do its tasks; null if it has a connector and does them itself
 * @param targetTimes for each operation it takes part in, within which time it means to have done it
 */
public record RegisteredSystem(
        String key,
        Text name,
        String client,
        boolean suite,
        List<String> holds,
        List<Keep> keeps,
        List<String> passesOn,
        @Nullable ByHand byHand,
        Map<Operation, Duration> targetTimes) {

    public RegisteredSystem {
        holds = List.copyOf(holds);
        keeps = List.copyOf(keeps);
        passesOn = List.copyOf(passesOn);
        targetTimes = Collections.unmodifiableMap(new LinkedHashMap<>(targetTimes));
    }

    /** Whether it hears of its tasks through its topic and answers there. */
    public boolean hasConnector() {
        return byHand == null;
    }

    public boolean takesPartIn(Operation operation) {
        return targetTimes.containsKey(operation);
    }

    /** The promised time, or null if the system takes no part in the operation. */
    public @Nullable Duration targetTime(Operation operation) {
        return targetTimes.get(operation);
    }
}
