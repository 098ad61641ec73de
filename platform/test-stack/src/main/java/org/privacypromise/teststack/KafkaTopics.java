package org.privacypromise.teststack;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates topics on a single-node broker; one that exists stays as it is. */
public final class KafkaTopics {

    /** What every topic has on one machine; production has 12 partitions. */
    public static final int LOCAL_PARTITIONS = 3;

    private KafkaTopics() {}

    /** Topics with the broker's default retention. */
    public static void create(String bootstrapServers, String... names) {
        create(
                bootstrapServers,
                Arrays.stream(names)
                        .map(name -> new NewTopic(name, LOCAL_PARTITIONS, (short) 1))
                        .toList());
    }

    /** Compacted topics: the latest record per key stays for ever. */
    public static void createCompacted(String bootstrapServers, String... names) {
        create(
                bootstrapServers,
                Arrays.stream(names)
                        .map(name -> new NewTopic(name, LOCAL_PARTITIONS, (short) 1)
                                .configs(Map.of("cleanup.policy", "compact")))
                        .toList());
    }

    public static void create(String bootstrapServers, Collection<NewTopic> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (NewTopic topic : topics) {
                try {
                    admin.createTopics(List.of(topic)).all().get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("cannot create the topic " + topic.name(), e.getCause());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }
}
