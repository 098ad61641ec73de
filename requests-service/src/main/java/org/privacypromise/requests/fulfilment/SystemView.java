package org.privacypromise.requests.fulfilment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.privacypromise.register.Operation;
import org.privacypromise.register.RegisteredSystem;
import org.privacypromise.register.Wording;

/**
 * A system that holds personal data.
 *
 * @param suite whether it is one of the suite's own services
 * @param holds the data categories in it, by their keys
 * @param operations what it is asked to do, with the time it has for that (ISO 8601 duration)
 */
public record SystemView(
        String key, Wording name, boolean suite, List<String> holds, Map<Operation, String> operations) {

    static SystemView from(RegisteredSystem system) {
        Map<Operation, String> operations = new TreeMap<>();
        system.targetTimes().forEach((operation, time) -> operations.put(operation, time.toString()));
        return new SystemView(
                system.key(), system.name().in(system.name().original()), system.suite(), system.holds(), operations);
    }
}
