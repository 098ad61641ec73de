package org.privacypromise.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A parked event as an operator sees it: where it is and why, not what it says. */
record ParkedEventView(
        @Nullable Long id,
        String consumer,
        String key,
        String topic,
        int partition,
        long offset,
        String eventId,
        String reason,
        @Nullable Instant parkedAt) {

    static ParkedEventView from(ParkedEvent event) {
        return new ParkedEventView(
                event.id,
                event.consumer,
                event.key,
                event.topic,
                event.partition,
                event.offset,
                event.eventId,
                event.reason,
                event.parkedAt);
    }
}
