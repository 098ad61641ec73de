package org.privacypromise.kubernetes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.privacypromise.register.PurposeRegister;
import org.yaml.snakeyaml.Yaml;

/**
 * The topics: one for each channel of {@code asyncapi.yaml}, with its partitions, replicas and settings; where each
 * system has its own, one for each system that takes part.
 */
final class TopicManifests {

    private TopicManifests() {}

    static List<Map<String, ?>> of(String asyncApi, PurposeRegister register) {
        Map<String, ?> document = new Yaml().load(asyncApi);
        Map<String, ?> channels = in(document, "channels");
        return channels.keySet().stream()
                .flatMap(channel -> topics(in(channels, channel), register))
                .toList();
    }

    /** The same for Kafka's own tool on one machine: one topic a line, with its settings after its name. */
    static String lines(String asyncApi, PurposeRegister register) {
        StringBuilder lines =
                new StringBuilder("# Written from asyncapi.yaml and the purpose register by ./suite manifests.\n");
        for (Map<String, ?> topic : of(asyncApi, register)) {
            lines.append(in(topic, "metadata").get("name"));
            in(in(topic, "spec"), "config")
                    .forEach((key, value) ->
                            lines.append(" --config ").append(key).append('=').append(value));
            lines.append('\n');
        }
        return lines.toString();
    }

    private static Stream<Map<String, ?>> topics(Map<String, ?> channel, PurposeRegister register) {
        Map<String, ?> kafka = in(in(channel, "bindings"), "kafka");
        return SystemTopics.named(String.valueOf(channel.get("address")), register)
                .map(name -> topic(name, kafka));
    }

    private static Map<String, ?> topic(String name, Map<String, ?> kafka) {
        Map<String, Object> settings = new TreeMap<>();
        in(kafka, "topicConfiguration")
                .forEach((key, value) -> settings.put(
                        key, value instanceof List<?> several ? String.join(",", strings(several)) : value));
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("partitions", kafka.get("partitions"));
        spec.put("replicas", kafka.get("replicas"));
        spec.put("config", settings);
        return Strimzi.resource("KafkaTopic", name, spec);
    }

    private static List<String> strings(List<?> values) {
        return values.stream().map(String::valueOf).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> in(Map<String, ?> holder, String key) {
        if (holder.get(key) instanceof Map<?, ?> value) {
            return (Map<String, ?>) value;
        }
        throw new IllegalArgumentException("asyncapi.yaml has no " + key + " where every channel needs it");
    }
}
