package org.privacypromise.sample;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** "We act on this version, and so on all before it, since then." */
record Acknowledgement(String key, long version, Instant effectiveFrom) {

    static final String TYPE = "preferences.choices-acknowledged.v1";

    static String topic(String system) {
        return "preferences.acks." + system + ".v1";
    }

    Statement by(String system) {
        return new Statement(topic(system), key, id(system), TYPE, effectiveFrom, payload());
    }

    /** Whoever hears it keeps this ID for weeks, in spite of an erasure: so it says nothing about whom it was. */
    private String id(String system) {
        return UUID.nameUUIDFromBytes((system + ":" + key + ":" + version).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private Map<String, Object> payload() {
        return Map.of("key", key, "version", version, "effectiveFrom", effectiveFrom.toString());
    }
}
