package org.privacypromise.sample;

import java.time.Instant;
import java.util.Map;

/**
 * What a system says to the suite, on a topic of its own: only its principal may write there, and that is how the suite
 * knows who is speaking.
 *
 * @param key what it is about; the suite hears statements of one key in their order
 * @param id the same statement has the same ID, so whoever hears it twice can drop the second
 * @param type the CloudEvents type
 */
record Statement(String topic, String key, String id, String type, Instant time, Map<String, Object> payload) {}
