package org.privacypromise.preferences.leak.judgement;

import java.time.Instant;

/** A system's word since when it has acted on a version of the subject's preferences. */
public record InForce(long version, Instant since) {}
