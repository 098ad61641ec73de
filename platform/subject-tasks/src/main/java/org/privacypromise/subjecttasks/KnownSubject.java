package org.privacypromise.subjecttasks;

import java.time.Instant;
import org.privacypromise.events.EventKey;

/**
 * A subject that a service holds something about.
 *
 * @param key {@code c:<customer ID>} or {@code p:<contact reference>}
 * @param since from when the oldest is that is held; if that cannot be told, {@link Instant#MIN}. What is younger than
 *     an erasure came back by the subject's own doing, and stays
 */
public record KnownSubject(String key, Instant since) {

    public static KnownSubject customer(String customerId, Instant since) {
        return new KnownSubject(EventKey.ofCustomer(customerId), since);
    }

    public static KnownSubject contactPoint(String contactRef, Instant since) {
        return new KnownSubject(EventKey.ofContactPoint(contactRef), since);
    }
}
