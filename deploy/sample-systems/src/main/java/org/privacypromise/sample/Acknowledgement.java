package org.privacypromise.sample;

import java.time.Instant;
import java.util.Map;

/** "We act on this version, and so on all before it, since then." */
record Acknowledgement(String key, long version, Instant effectiveFrom) {

    static final String TYPE = "preferences.choices-acknowledged.v1";

    /** Each system has a topic of its own, and only its own principal may write there. */
    static String topic(String system) {
        return "preferences.acks." + system + ".v1";
    }

    /** The same acknowledgement has the same ID, so whoever hears it twice can drop the second. */
    String id(String system) {
        return system + ":" + key + ":" + version;
    }

    Map<String, Object> payload() {
        return Map.of("key", key, "version", version, "effectiveFrom", effectiveFrom.toString());
    }
}
