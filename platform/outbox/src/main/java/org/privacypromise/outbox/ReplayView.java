package org.privacypromise.outbox;

/**
 * What a replay came to.
 *
 * @param replayed events of the key handled now
 * @param remaining events of the key still parked; their first one has the reason
 */
record ReplayView(int replayed, long remaining) {}
