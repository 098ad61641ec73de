package org.privacypromise.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as a handler sees it, whichever CloudEvents mode it came in.
 *
 * @param id unique on its topic
 * @param key what it is about, empty if the record has none
 * @param time when it happened, as its publisher says; when Kafka got it if the publisher does not say
 * @param topic where it came from; its access control says who may have published it
 * @param payload null for a tombstone
 */
public record ReceivedEvent(
        String id, String type, String source, String key, Instant time, String topic, byte @Nullable [] payload) {}
