package org.privacypromise.teststack;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.privacypromise.events.Event;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;

/** The other side of the topics: publishes as the other services do, and reads everything that is there. */
public final class KafkaProbe {

    private KafkaProbe() {}

    /** As the publisher of the event does it. */
    public static void publish(String topic, Event event) {
        publish(topic, event.key(), event.type().typeName(), UUID.randomUUID().toString(), EventJson.write(event));
    }

    /** Whatever, with the headers of an event (CloudEvents 1.0). */
    public static void publish(String topic, String key, String type, String id, byte[] payload) {
        publish(topic, key, type, id, "/test", payload);
    }

    /** The same, by a publisher of this name. */
    public static void publish(String topic, String key, String type, String id, String source, byte[] payload) {
        Map<String, Object> settings = Map.of("bootstrap.servers", KafkaResource.address(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, payload);
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            id,
                            "ce_source",
                            source,
                            "ce_type",
                            type,
                            "ce_time",
                            Instant.now().toString(),
                            "content-type",
                            "application/json")
                    .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(message);
        }
    }

    /** Waits until the topic has a record for this key that is as wanted, and returns the first such event. */
    public static <T extends Event> T awaitEvent(EventType type, Class<T> record, String key, Predicate<T> wanted) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> events(type, record, key).stream().filter(wanted).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    /** Every committed event of this type and key, in order. */
    public static <T extends Event> List<T> events(EventType type, Class<T> record, String key) {
        return records(type.topic()).stream()
                .filter(one -> key.equals(one.key())
                        && one.value() != null
                        && type.typeName().equals(typeOf(one)))
                .map(one -> EventJson.read(record, one.value()))
                .toList();
    }

    private static String typeOf(ConsumerRecord<String, byte[]> event) {
        return new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    }

    /** Whether the topic's latest record of this key says to forget it. */
    public static boolean isForgotten(String topic, String key) {
        List<ConsumerRecord<String, byte[]>> ofKey =
                records(topic).stream().filter(one -> key.equals(one.key())).toList();
        return !ofKey.isEmpty() && ofKey.getLast().value() == null;
    }

    /** Every committed record there is now. */
    public static List<ConsumerRecord<String, byte[]>> records(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", KafkaResource.address(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
            return all;
        }
    }
}
