package org.privacypromise.preferences.propagation;

import java.time.Instant;

/** A system's word that this version of a subject's preferences, and with it every earlier one, is in force there. */
record Acknowledgement(String system, String key, long version, Instant effectiveFrom) {}
