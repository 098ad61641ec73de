package org.privacypromise.subjecttasks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.events.SubjectErased;
import org.privacypromise.events.UnreadableEventException;

/**
 * The topic that remembers every erasure for ever, outside all databases. It is read without a consumer group: how far
 * is written in this service's own database, and so goes back with it when a backup is restored. Blocks; not for the
 * event loop.
 */
@Singleton
class ErasureLedger {

    private static final Logger LOG = Logger.getLogger(ErasureLedger.class);
    private static final String TOPIC = EventType.SUBJECT_ERASED.topic();
    private static final int MOST_ENTRIES = 100_000;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final Map<String, Object> kafka;
    private @Nullable Consumer<String, byte[]> consumer;

    ErasureLedger(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /**
     * Reads on from these offsets to the end, or until there is enough to be dealt with first.
     *
     * @param from for each partition; one that is missing is read from its beginning
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer
     */
    synchronized LedgerEntries read(Map<Integer, Long> from) {
        Consumer<String, byte[]> reader = reader();
        List<TopicPartition> partitions = reader.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        if (partitions.isEmpty() && !from.isEmpty()) {
            throw new PlainException("the topic " + TOPIC + " was there and is gone: bring it back");
        }
        reader.assign(partitions);
        Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
        ends.forEach((partition, end) -> reader.seek(partition, start(from, partition, end)));
        Entries entries = new Entries();
        long heardAt = System.nanoTime();
        while (!isAt(ends, reader) && entries.erasures.size() < MOST_ENTRIES) {
            Map<TopicPartition, Long> before = positions(partitions, reader);
            reader.poll(POLL).forEach(entries::add);
            if (!before.equals(positions(partitions, reader))) {
                heardAt = System.nanoTime();
            } else if (System.nanoTime() - heardAt > SILENCE.toNanos()) {
                throw new TimeoutException("the ledger of erasures could not be read to its end");
            }
        }
        Map<Integer, Long> next = new TreeMap<>();
        positions(partitions, reader).forEach((partition, offset) -> next.put(partition.partition(), offset));
        return new LedgerEntries(entries.erasures, entries.unreadable, next, isAt(ends, reader));
    }

    private Consumer<String, byte[]> reader() {
        if (consumer == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
            settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
            settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
            settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
            settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
            settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
            consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        }
        return consumer;
    }

    /** An offset beyond the end is one of another ledger, whose entries this database may not have seen. */
    private static long start(Map<Integer, Long> from, TopicPartition partition, long end) {
        long known = from.getOrDefault(partition.partition(), 0L);
        if (known > end) {
            LOG.warnf(
                    "The ledger of erasures is shorter than it was: partition %d is read again", partition.partition());
            return 0;
        }
        return known;
    }

    private static boolean isAt(Map<TopicPartition, Long> ends, Consumer<?, ?> reader) {
        return ends.entrySet().stream().allMatch(end -> reader.position(end.getKey()) >= end.getValue());
    }

    private static Map<TopicPartition, Long> positions(List<TopicPartition> partitions, Consumer<?, ?> reader) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        partitions.forEach(partition -> positions.put(partition, reader.position(partition)));
        return positions;
    }

    synchronized void stop(@Observes ShutdownEvent stopping) {
        if (consumer != null) {
            consumer.close();
        }
    }

    private static final class Entries {

        private final List<SubjectErased> erasures = new ArrayList<>();
        private int unreadable;

        void add(ConsumerRecord<String, byte[]> entry) {
            Header type = entry.headers().lastHeader("ce_type");
            boolean erasure =
                    type != null && EventType.SUBJECT_ERASED.typeName().equals(new String(type.value(), UTF_8));
            if (!erasure) {
                return;
            }
            try {
                erasures.add(EventJson.read(SubjectErased.class, entry.value()));
            } catch (UnreadableEventException e) {
                unreadable++;
                LOG.errorf(
                        "The entry at %d/%d of the ledger of erasures cannot be read: %s",
                        entry.partition(), entry.offset(), e.getMessage());
            }
        }
    }
}
