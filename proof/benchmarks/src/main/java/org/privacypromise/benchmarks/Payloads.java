package org.privacypromise.benchmarks;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Events as the service writes them, so that what is compared with it writes as much. */
record Payloads(Buffer state, Buffer change) {

    /** Of the last change that was published. */
    static Payloads published(String bootstrapServers) {
        return new Payloads(
                last(bootstrapServers, "preferences.state.v1"), last(bootstrapServers, "preferences.events.v1"));
    }

    private static Buffer last(String bootstrapServers, String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long start = System.nanoTime();
            while (System.nanoTime() - start < Duration.ofSeconds(20).toNanos()) {
                for (ConsumerRecord<String, byte[]> one : consumer.poll(Duration.ofMillis(200))) {
                    if (one.value() != null) {
                        return Buffer.buffer(one.value());
                    }
                }
            }
        }
        throw new IllegalStateException("nothing was published on " + topic);
    }
}
