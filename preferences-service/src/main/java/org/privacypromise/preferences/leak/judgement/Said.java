package org.privacypromise.preferences.leak.judgement;

import java.time.Instant;

/**
 * What the subject said about one choice, or what held before they said anything.
 *
 * @param version of their preferences from which on it held
 */
public record Said(long version, Instant at, boolean allowed) {}
