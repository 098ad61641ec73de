package org.privacypromise.identity.verification.challenge;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is still possible for whoever has to answer a code. At most five codes are looked at, across all codes that were
 * sent; the right one ends the challenge, so it works once.
 *
 * @param looks how many codes were looked at
 * @param outcome null while it is open
 */
public record Challenge(
        int looks, Instant expiresAt, @Nullable Outcome outcome) {

    /** How long a code can be answered. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    private static final int MOST_LOOKS = 5;

    public static Challenge start(Instant now) {
        return new Challenge(0, now.plus(LIFE), null);
    }

    /** Whether a code would be looked at now. */
    public boolean mayLook(Instant now) {
        return outcome == null && looks < MOST_LOOKS && now.isBefore(expiresAt);
    }

    /**
     * One code was looked at.
     *
     * @throws IllegalStateException if it must not have been
     */
    public Challenge look(boolean right, Instant now) {
        if (!mayLook(now)) {
            throw new IllegalStateException("no code may be looked at any more");
        }
        int counted = looks + 1;
        if (right) {
            return new Challenge(counted, expiresAt, Outcome.VERIFIED);
        }
        return new Challenge(counted, expiresAt, counted < MOST_LOOKS ? null : Outcome.FAILED);
    }

    /**
     * Another code is sent, with a life of its own; the looks at the codes before it still count.
     *
     * @throws IllegalStateException if the challenge has ended
     */
    public Challenge renew(Instant now) {
        if (!mayLook(now)) {
            throw new IllegalStateException("no code may be sent any more");
        }
        return new Challenge(looks, now.plus(LIFE), null);
    }

    /** Its time is over. */
    public Challenge expire() {
        return outcome == null ? new Challenge(looks, expiresAt, Outcome.EXPIRED) : this;
    }
}
