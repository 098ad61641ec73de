package org.privacypromise.faults.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that was asked about one subject, and everything that is held and was told about it once all is at rest.
 *
 * @param byDefault what holds in each cell for somebody who has not chosen
 * @param ledger in the order of the ledger
 * @param changes the topic of changes, in its order
 * @param states the topic of states, in its order; those between may be gone, the last may not
 * @param systems the versions that each system says it has put in force, in the order in which it said so
 * @param page what the customer's page shows; empty for a contact point, which has no page
 */
public record Subject(
        String key,
        Map<Cell, Boolean> byDefault,
        List<Operation> operations,
        List<Entry> ledger,
        List<Event> changes,
        List<Event> states,
        Map<String, List<Event>> systems,
        Optional<Page> page) {

    public Subject {
        byDefault = Map.copyOf(byDefault);
        operations = List.copyOf(operations);
        ledger = List.copyOf(ledger);
        changes = List.copyOf(changes);
        states = List.copyOf(states);
        systems = Map.copyOf(systems);
    }

    /** What a customer sees. */
    public record Page(long version, Map<Cell, Boolean> choices) {

        public Page {
            choices = Map.copyOf(choices);
        }
    }
}
