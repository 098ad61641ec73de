package org.privacypromise.subjecttasks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.events.SubjectErased;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.teststack.KafkaResource;

/** The topics as requests-service sees them. */
final class Topics {

    private static final String TASKS = "requests.tasks.preferences.v1";
    private static final String RESULTS = "requests.task-results.preferences.v1";

    private Topics() {}

    static void publish(SubjectTask task) {
        publish(TASKS, task.requestId(), task.type(), EventJson.write(task));
    }

    static void publish(SubjectErased erased) {
        publish(erased.type().topic(), erased.subjectRef(), erased.type(), EventJson.write(erased));
    }

    /** As a newer or a broken publisher might write it. */
    static void publishTask(String requestId, String json) {
        publish(TASKS, requestId, EventType.SUBJECT_TASK, json.getBytes(UTF_8));
    }

    static void publishErasure(String json) {
        publish(EventType.SUBJECT_ERASED.topic(), "nobody", EventType.SUBJECT_ERASED, json.getBytes(UTF_8));
    }

    private static void publish(String topic, String key, EventType type, byte[] payload) {
        List<Header> headers = List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", UUID.randomUUID().toString()),
                header("ce_source", "/requests-service"),
                header("ce_type", type.typeName()));
        try (var kafka = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", KafkaResource.address()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var unused = kafka.send(new ProducerRecord<>(topic, null, key, payload, headers));
        }
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }

    /** Everything the service has answered to this task, in order. */
    static List<TaskAnswered> answers(String taskId) {
        return readAll(RESULTS).stream()
                .map(answer -> EventJson.read(TaskAnswered.class, answer.value()))
                .filter(answer -> answer.taskId().equals(taskId))
                .toList();
    }

    /** How many entries the ledger of erasures has. */
    static int ledgerLength() {
        return readAll(EventType.SUBJECT_ERASED.topic()).size();
    }

    private static List<ConsumerRecord<String, byte[]>> readAll(String topic) {
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
