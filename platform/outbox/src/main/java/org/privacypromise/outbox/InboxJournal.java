package org.privacypromise.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Which events each consumer has received. */
@ApplicationScoped
class InboxJournal {

    enum Entry {
        /** To be handled. */
        NEW,
        /** Received before: nothing is to be done. */
        REPEATED,
        /** An earlier event of its key is parked. */
        BEHIND_PARKED
    }

    // One statement for the two questions that each event raises. A second transaction with the same event waits here
    // for the first one's end.
    private static final String ENTER = """
            INSERT INTO inbox (consumer, topic, event_id) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING
            RETURNING ?4 <> '' AND EXISTS (SELECT FROM parked_event WHERE event_key = ?4 AND topic = ?2 AND consumer = ?1)""";

    private static final String FORGET =
            "DELETE FROM inbox WHERE received_at < clock_timestamp() - ?1 * interval '1 second'";

    /** Enters the event in the caller's transaction. */
    Uni<Entry> enter(String consumer, String topic, String eventId, String key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ENTER, Boolean.class)
                        .setParameter(1, consumer)
                        .setParameter(2, topic)
                        .setParameter(3, eventId)
                        .setParameter(4, key)
                        .getResultList())
                .map(blocked -> {
                    if (blocked.isEmpty()) {
                        return Entry.REPEATED;
                    }
                    return blocked.getFirst() ? Entry.BEHIND_PARKED : Entry.NEW;
                });
    }

    /** Forgets what was received longer ago than this. */
    Uni<Integer> forgetAfter(long seconds) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET)
                        .setParameter(1, seconds)
                        .executeUpdate()));
    }
}
