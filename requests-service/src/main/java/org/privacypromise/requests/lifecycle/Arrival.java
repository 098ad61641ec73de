package org.privacypromise.requests.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.privacypromise.requests.lifecycle.step.Channel;

/**
 * How a request came in.
 *
 * @param submission shared by all that was asked in one go
 * @param receivedAt from when the clock runs: of a letter, its receipt
 * @param notedAt when it was noted here
 * @param language in which the person is written to, a language tag
 */
public record Arrival(UUID submission, Channel channel, Instant receivedAt, Instant notedAt, String language) {

    /** By who is there at this moment. */
    public static Arrival now(Channel channel, Instant now, String language) {
        return new Arrival(UUID.randomUUID(), channel, now, now, language);
    }
}
