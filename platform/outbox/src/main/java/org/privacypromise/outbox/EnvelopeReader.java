package org.privacypromise.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads CloudEvents 1.0 from Kafka, in binary and in structured mode (Kafka protocol binding, section 3). */
final class EnvelopeReader {

    private static final String STRUCTURED = "application/cloudevents";
    private static final String STRUCTURED_JSON = "application/cloudevents+json";
    private static final int LONGEST_ATTRIBUTE = 255;
    private static final byte[] NOTHING = {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private EnvelopeReader() {}

    /** @throws UnreadableEnvelopeException if a required attribute is missing or malformed */
    static ReceivedEvent read(ConsumerRecord<String, byte[]> kafkaRecord) {
        String contentType = header(kafkaRecord, "content-type");
        byte @Nullable [] value = kafkaRecord.value();
        if (value == null || contentType == null || !contentType.startsWith(STRUCTURED)) {
            return event(kafkaRecord, name -> header(kafkaRecord, "ce_" + name), value);
        }
        if (!contentType.startsWith(STRUCTURED_JSON)) {
            throw new UnreadableEnvelopeException("of the structured formats only " + STRUCTURED_JSON + " is read");
        }
        JsonNode envelope = parse(value);
        return event(kafkaRecord, name -> envelope.path(name).textValue(), data(envelope));
    }

    /** The record's key as it can be stored: empty if it has none. */
    static String key(ConsumerRecord<String, byte[]> kafkaRecord) {
        String key = kafkaRecord.key();
        // PostgreSQL's text takes every character but this one.
        return key == null ? "" : key.replace('\0', '\uFFFD');
    }

    /** The event's id; where it cannot be read, the record's position, which is as unique. */
    static String idOrPosition(ConsumerRecord<String, byte[]> kafkaRecord) {
        try {
            return read(kafkaRecord).id();
        } catch (UnreadableEnvelopeException e) {
            return kafkaRecord.partition() + "/" + kafkaRecord.offset();
        }
    }

    private static ReceivedEvent event(
            ConsumerRecord<String, byte[]> kafkaRecord,
            Function<String, @Nullable String> attributes,
            byte @Nullable [] payload) {
        if (!"1.0".equals(attributes.apply("specversion"))) {
            throw new UnreadableEnvelopeException("the attribute specversion is not 1.0");
        }
        return new ReceivedEvent(
                required(attributes, "id"),
                required(attributes, "type"),
                required(attributes, "source"),
                key(kafkaRecord),
                time(attributes.apply("time"), kafkaRecord),
                kafkaRecord.topic(),
                payload);
    }

    private static String required(Function<String, @Nullable String> attributes, String name) {
        String value = attributes.apply(name);
        if (value == null || value.isBlank() || value.length() > LONGEST_ATTRIBUTE) {
            throw new UnreadableEnvelopeException(
                    "the attribute " + name + " is missing, empty or longer than " + LONGEST_ATTRIBUTE);
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new UnreadableEnvelopeException("the attribute " + name + " has a control character");
        }
        return value;
    }

    private static Instant time(@Nullable String value, ConsumerRecord<String, byte[]> kafkaRecord) {
        try {
            return value == null
                    ? Instant.ofEpochMilli(kafkaRecord.timestamp())
                    : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableEnvelopeException("the attribute time is not an RFC 3339 timestamp");
        }
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> kafkaRecord, String name) {
        Header header = kafkaRecord.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static JsonNode parse(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            // Jackson's message would quote the payload.
            throw new UnreadableEnvelopeException("the structured event is not JSON");
        }
    }

    private static byte[] data(JsonNode envelope) {
        try {
            if (envelope.hasNonNull("data_base64")) {
                return envelope.get("data_base64").binaryValue();
            }
            return envelope.hasNonNull("data") ? JSON.writeValueAsBytes(envelope.get("data")) : NOTHING;
        } catch (IOException e) {
            throw new UnreadableEnvelopeException("the structured event's data cannot be decoded");
        }
    }
}
