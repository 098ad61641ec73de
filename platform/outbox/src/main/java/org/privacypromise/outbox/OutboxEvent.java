package org.privacypromise.outbox;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event to publish. It carries references, never direct personal data.
 *
 * @param id the event's identity: consumers have one effect per id
 * @param topic where it goes; the topic must exist, or everything behind the event waits
 * @param key what it is about; events of one key arrive in the order of their commits
 * @param type its CloudEvents type, such as {@code preferences.state.v1}
 * @param dataSchema the URI of the payload's schema
 * @param time when it happened
 * @param payload JSON; null makes a compacted topic forget the key (a tombstone)
 */
public record OutboxEvent(
        UUID id,
        String topic,
        String key,
        String type,
        @Nullable String dataSchema,
        Instant time,
        byte @Nullable [] payload) {

    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");
    private static final int LONGEST_ATTRIBUTE = 255;

    /** @throws IllegalArgumentException for what no broker would take, as it would block the relay */
    public OutboxEvent {
        if (!TOPIC.matcher(topic).matches()) {
            throw new IllegalArgumentException("a topic's name has letters, digits, '.', '_' and '-' only");
        }
        if (key.isEmpty() || key.length() > LONGEST_ATTRIBUTE) {
            throw new IllegalArgumentException("an event needs a key of at most " + LONGEST_ATTRIBUTE + " characters");
        }
        if (type.isEmpty() || type.length() > LONGEST_ATTRIBUTE) {
            throw new IllegalArgumentException("an event needs a type of at most " + LONGEST_ATTRIBUTE + " characters");
        }
    }
}
