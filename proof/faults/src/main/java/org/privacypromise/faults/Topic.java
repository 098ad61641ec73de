package org.privacypromise.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.privacypromise.faults.history.Cell;
import org.privacypromise.faults.history.Event;

/** A topic as a consumer sees it that starts at its beginning. */
record Topic(String bootstrapServers, String name) {

    /** Every committed event, in order, by key. */
    Map<String, List<Event>> events() {
        Map<String, List<Event>> events = new HashMap<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, String> one : consumer.poll(Duration.ofMillis(200))) {
                    events.computeIfAbsent(one.key(), key -> new ArrayList<>()).add(event(one));
                }
            }
        }
        return events;
    }

    private static Event event(ConsumerRecord<String, String> one) {
        Header id = one.headers().lastHeader("ce_id");
        JsonNode payload = PreferencesApi.parse(one.value() == null ? "{}" : one.value());
        return new Event(
                id == null ? "" : new String(id.value(), StandardCharsets.UTF_8),
                payload.path("version").asLong(),
                choices(payload));
    }

    private static Map<Cell, Boolean> choices(JsonNode payload) {
        Map<Cell, Boolean> choices = new HashMap<>();
        for (String field : List.of("choices", "changes")) {
            payload.path(field)
                    .forEach(one -> choices.put(
                            PreferencesApi.cell(one), one.path("allowed").asBoolean()));
        }
        return choices;
    }
}
