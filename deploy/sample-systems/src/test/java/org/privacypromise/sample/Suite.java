package org.privacypromise.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.privacypromise.events.ChoicesAcknowledged;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.events.MarketingSent;
import org.privacypromise.events.PreferencesState;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.KafkaResource;
import org.privacypromise.teststack.KafkaTopics;
import org.privacypromise.teststack.PostgreSqlResource;

/** The suite as a downstream system sees it: it publishes states and tasks, and reads what the system says. */
final class Suite implements AutoCloseable {

    static final String BROKER = KafkaResource.address();

    private final KafkaProducer<String, byte[]> producer;

    Suite(String... systems) {
        KafkaTopics.createCompacted(BROKER, EventType.PREFERENCES_STATE.topic());
        KafkaTopics.create(BROKER, EventType.MARKETING_SENT.topic());
        for (String system : systems) {
            KafkaTopics.create(
                    BROKER,
                    EventType.CHOICES_ACKNOWLEDGED.topic(system),
                    EventType.SUBJECT_TASK.topic(system),
                    EventType.TASK_ANSWERED.topic(system));
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", BROKER), new StringSerializer(), new ByteArraySerializer());
    }

    /** A name that no other test has: its own group, topic and database. */
    static String newSystem() {
        return "s" + UUID.randomUUID().toString().substring(0, 8);
    }

    static String newKey() {
        return "c:" + UUID.randomUUID();
    }

    static PGSimpleDataSource database(String system) {
        PostgreSqlResource.createDatabase(PostgreSqlResource.address(), system);
        var database = new PGSimpleDataSource();
        database.setUrl("jdbc:postgresql://" + PostgreSqlResource.address() + "/" + system);
        database.setUser("postgres");
        database.setPassword("postgres");
        return database;
    }

    static PreferencesState.Choice allowed(String purpose, String brand) {
        return new PreferencesState.Choice(purpose, "email", brand, true, Instant.EPOCH);
    }

    static PreferencesState.Choice refused(String purpose, String brand) {
        return new PreferencesState.Choice(purpose, "email", brand, false, Instant.EPOCH);
    }

    void publish(String key, long version, PreferencesState.Choice... choices) {
        publish(key, EventJson.write(new PreferencesState(key, version, "1", Instant.EPOCH, List.of(choices))));
    }

    void publishTombstone(String key) {
        publish(key, (byte[]) null);
    }

    void publish(String key, byte @Nullable [] value) {
        send(state(key, value));
    }

    private void send(ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** A task about this customer, and whoever is reached by these contact points, that lets nothing be kept. */
    static SubjectTask task(SubjectTask.Operation operation, String customerId, String... contactRefs) {
        return new SubjectTask(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                1,
                operation,
                List.of(customerId),
                List.of(contactRefs),
                List.of(),
                List.of(),
                Instant.now(),
                LocalDate.EPOCH);
    }

    void give(String system, SubjectTask task) {
        send(event(
                EventType.SUBJECT_TASK.topic(system), EventType.SUBJECT_TASK, task.requestId(), EventJson.write(task)));
    }

    /** All that this system has ever answered to this request, oldest first. */
    static List<TaskAnswered> answers(String system, String requestId) {
        return records(EventType.TASK_ANSWERED.topic(system), requestId).stream()
                .map(message -> EventJson.read(TaskAnswered.class, message.value()))
                .toList();
    }

    /** Publishes in a transaction that is then given up. */
    void publishAndAbort(String key, long version, PreferencesState.Choice... choices) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                BROKER,
                "transactional.id",
                UUID.randomUUID().toString());
        try (var aborting = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            aborting.initTransactions();
            aborting.beginTransaction();
            aborting.send(state(
                    key, EventJson.write(new PreferencesState(key, version, "1", Instant.EPOCH, List.of(choices)))));
            aborting.flush();
            aborting.abortTransaction();
        }
    }

    private static ProducerRecord<String, byte[]> state(String key, byte @Nullable [] value) {
        return event(EventType.PREFERENCES_STATE.topic(), EventType.PREFERENCES_STATE, key, value);
    }

    private static ProducerRecord<String, byte[]> event(
            String topic, EventType type, String key, byte @Nullable [] value) {
        var message = new ProducerRecord<>(topic, key, value);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/test",
                        "ce_type",
                        type.typeName())
                .forEach((name, text) -> message.headers().add(name, text.getBytes(UTF_8)));
        return message;
    }

    /** All that this system has ever acknowledged for this key, oldest first. */
    static List<ChoicesAcknowledged> acknowledged(String system, String key) {
        return acknowledgements(system, key).stream()
                .map(message -> EventJson.read(ChoicesAcknowledged.class, message.value()))
                .toList();
    }

    /** All that any system has said to have sent to this subject, oldest first. */
    static List<MarketingSent> sent(String key) {
        return records(EventType.MARKETING_SENT.topic(), key).stream()
                .map(message -> EventJson.read(MarketingSent.class, message.value()))
                .toList();
    }

    static List<ConsumerRecord<String, byte[]>> acknowledgements(String system, String key) {
        return records(EventType.CHOICES_ACKNOWLEDGED.topic(system), key);
    }

    /** Everything with this key that lies in the topic. */
    static List<ConsumerRecord<String, byte[]>> records(String topic, String key) {
        return KafkaProbe.records(topic).stream()
                .filter(message -> key.equals(message.key()))
                .toList();
    }

    /** As an operator does who wants a system to begin again from the beginning. */
    static void forgetOffsets(String group) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", BROKER))) {
            admin.deleteConsumerGroups(List.of(group)).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
