package org.privacypromise.kubernetes;

import java.util.LinkedHashMap;
import java.util.Map;

/** A resource of Strimzi's, which runs Kafka. */
final class Strimzi {

    private Strimzi() {}

    static Map<String, ?> resource(String kind, String name, Map<String, ?> spec) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", name);
        metadata.put("labels", Map.of("strimzi.io/cluster", "privacy-kafka"));
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("apiVersion", "kafka.strimzi.io/v1");
        resource.put("kind", kind);
        resource.put("metadata", metadata);
        resource.put("spec", spec);
        return resource;
    }
}
