package org.privacypromise.identity.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.privacypromise.events.Event;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.teststack.KafkaResource;

/** What is on the topic, as anybody would read it. */
public final class IdentityEvents {

    private static final String TOPIC = "identity.events.v1";

    private IdentityEvents() {}

    /** The customer's events, in order, once there are this many. */
    public static List<Event> of(String customerId, int count) {
        return withKey("c:" + customerId, count);
    }

    /** The events with this key, in order, once there are this many. */
    public static List<Event> withKey(String key, int count) {
        return withKey(TOPIC, key, count);
    }

    /** The same on another topic. */
    public static List<Event> withKey(String topic, String key, int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> withKey(topic, key), events -> events.size() >= count);
    }

    private static List<Event> withKey(String topic, String key) {
        return all(topic).stream()
                .filter(event -> key.equals(event.key()))
                .map(IdentityEvents::read)
                .toList();
    }

    private static Event read(ConsumerRecord<String, byte[]> event) {
        assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
        EventType type = EventType.named(header(event, "ce_type")).orElseThrow();
        assertThat(header(event, "ce_dataschema")).isEqualTo(type.schema());
        return EventJson.read(type, event.value());
    }

    private static String header(ConsumerRecord<?, ?> event, String name) {
        Header header = event.headers().lastHeader(name);
        assertThat(header).as(name).isNotNull();
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Every record, from the first on. */
    public static List<ConsumerRecord<String, byte[]>> all() {
        return all(TOPIC);
    }

    private static List<ConsumerRecord<String, byte[]>> all(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", KafkaResource.address(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
