package org.privacypromise.subjecttasks;

import java.util.List;
import java.util.stream.Stream;
import org.privacypromise.events.EventKey;

/**
 * The person whom a task is about.
 *
 * @param customerIds all of them the same person; empty for somebody who is known by a contact point only
 * @param contactRefs by which contact points the person is known, too
 */
public record Subject(List<String> customerIds, List<String> contactRefs) {

    public Subject {
        customerIds = List.copyOf(customerIds);
        contactRefs = List.copyOf(contactRefs);
    }

    /** {@code c:<customer ID>} and {@code p:<contact reference>} for each, as the events' keys have them. */
    public List<String> keys() {
        return Stream.concat(
                        customerIds.stream().map(EventKey::ofCustomer),
                        contactRefs.stream().map(EventKey::ofContactPoint))
                .toList();
    }

    /** The one with this key. */
    static Subject ofKey(String key) {
        String name = key.substring(2);
        return key.startsWith("c:") ? new Subject(List.of(name), List.of()) : new Subject(List.of(), List.of(name));
    }
}
