package org.privacypromise.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Somebody at Kafka, and what they may do there. */
final class KafkaAccount {

    private final String name;
    private final boolean relays;
    private final Set<String> reads = new LinkedHashSet<>();
    private final Set<String> writes = new LinkedHashSet<>();

    /** @param relays whether it publishes in transactions, as an outbox does */
    KafkaAccount(String name, boolean relays) {
        this.name = name;
        this.relays = relays;
    }

    void reads(String topic) {
        reads.add(topic);
    }

    void writes(String topic) {
        writes.add(topic);
    }

    Map<String, ?> manifest() {
        List<Map<String, ?>> acls = new ArrayList<>();
        reads.forEach(topic -> acls.add(may("topic", topic, "Read", "Describe")));
        writes.forEach(topic -> acls.add(may("topic", topic, "Write", "Describe")));
        acls.add(may("group", name, "Read"));
        if (relays) {
            acls.add(may("transactionalId", "outbox-" + name, "Write", "Describe"));
        }
        Map<String, Object> authorization = new LinkedHashMap<>();
        authorization.put("type", "simple");
        authorization.put("acls", acls);
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("authentication", Map.of("type", "scram-sha-512"));
        spec.put("authorization", authorization);
        return Strimzi.resource("KafkaUser", name, spec);
    }

    private static Map<String, ?> may(String type, String resource, String... operations) {
        Map<String, Object> on = new LinkedHashMap<>();
        on.put("type", type);
        on.put("name", resource);
        on.put("patternType", "literal");
        Map<String, Object> acl = new LinkedHashMap<>();
        acl.put("resource", on);
        acl.put("operations", List.of(operations));
        return acl;
    }
}
