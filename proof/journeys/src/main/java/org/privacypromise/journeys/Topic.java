package org.privacypromise.journeys;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** A topic as somebody sees it who has nothing of the suite but its address: from the first record to the last. */
record Topic(String bootstrapServers, String name) {

    /**
     * A committed event.
     *
     * @param id its {@code ce_id}
     * @param payload JSON; null for a tombstone
     */
    record Event(String id, String type, @Nullable String payload) {}

    /** Every committed event of this key, in order. */
    List<Event> eventsOf(String key) {
        List<Event> events = new ArrayList<>();
        for (ConsumerRecord<String, String> one : records()) {
            if (key.equals(one.key())) {
                events.add(new Event(header(one, "ce_id"), header(one, "ce_type"), one.value()));
            }
        }
        return events;
    }

    /** How many records there are. */
    int size() {
        return records().size();
    }

    private List<ConsumerRecord<String, String>> records() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> all = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }

    private static String header(ConsumerRecord<String, String> one, String name) {
        Header header = one.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
