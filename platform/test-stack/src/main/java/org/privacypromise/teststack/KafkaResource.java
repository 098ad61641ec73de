package org.privacypromise.teststack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Gives a Quarkus test a real Kafka, started once per module run. The arguments {@code topics} and {@code compacted}
 * name, comma-separated, the topics to create.
 */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {

    private String topics = "";
    private String compacted = "";

    @Override
    public void init(Map<String, String> arguments) {
        topics = arguments.getOrDefault("topics", topics);
        compacted = arguments.getOrDefault("compacted", compacted);
    }

    @Override
    public Map<String, String> start() {
        String address = address();
        KafkaTopics.create(address, names(topics));
        KafkaTopics.createCompacted(address, names(compacted));
        return Map.of("kafka.bootstrap.servers", address);
    }

    private static String[] names(String list) {
        return list.isBlank() ? new String[0] : list.trim().split("\\s*,\\s*", -1);
    }

    /** {@code host:port} of the module's broker, starting it if need be: for tests without Quarkus. */
    public static String address() {
        return OncePerModule.address("kafka", () -> {
            try {
                KafkaBroker broker = KafkaBroker.throwaway();
                return broker.bootstrapServers();
            } catch (IOException e) {
                throw new UncheckedIOException("Kafka did not start", e);
            }
        });
    }

    /** Does nothing: the broker serves the whole module run and ends with the JVM. */
    @Override
    public void stop() {}
}
