package org.privacypromise.fraudcheck.velocity;

import java.time.Instant;

/**
 * An attempt as it was counted.
 *
 * @param withOrigin whether an internet address was counted with it
 */
public record CountedAttempt(Attempt.What what, Instant at, boolean withOrigin) {}
