package org.privacypromise.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** An event that a consumer could not handle, or that waits behind one of its key; as it came from Kafka. */
@Entity
@Table(name = "parked_event")
class ParkedEvent {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Its place in the order of its key. */
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String consumer;

    @Column(name = "event_key")
    String key;

    String topic;

    @Column(name = "record_partition")
    int partition;

    @Column(name = "record_offset")
    long offset;

    @Column(name = "event_id")
    String eventId;

    @Column(name = "record_time")
    Instant recordTime;

    String headers;

    byte @Nullable [] payload;

    String reason;

    @Column(name = "parked_at", insertable = false, updatable = false)
    @Nullable
    Instant parkedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected ParkedEvent() {}

    ParkedEvent(String consumer, String eventId, ConsumerRecord<String, byte[]> kafkaRecord, String reason) {
        this.consumer = consumer;
        this.eventId = eventId;
        this.reason = reason;
        key = EnvelopeReader.key(kafkaRecord);
        topic = kafkaRecord.topic();
        partition = kafkaRecord.partition();
        offset = kafkaRecord.offset();
        recordTime = Instant.ofEpochMilli(kafkaRecord.timestamp());
        payload = kafkaRecord.value();
        headers = write(kafkaRecord.headers());
    }

    void failedAgain(String newReason) {
        reason = newReason;
    }

    /** The record as it was received. */
    ConsumerRecord<String, byte[]> asReceived() {
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                recordTime.toEpochMilli(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                key,
                payload,
                read(headers),
                Optional.empty());
    }

    private static String write(Iterable<Header> headers) {
        Map<String, byte @Nullable []> values = new HashMap<>();
        headers.forEach(header -> values.put(header.key(), header.value()));
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names and bytes are always JSON", e);
        }
    }

    private static RecordHeaders read(String json) {
        try {
            RecordHeaders headers = new RecordHeaders();
            JSON.readValue(json, new TypeReference<Map<String, byte[]>>() {})
                    .forEach((name, value) -> headers.add(new RecordHeader(name, value)));
            return headers;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored headers of a parked event are not JSON");
        }
    }
}
