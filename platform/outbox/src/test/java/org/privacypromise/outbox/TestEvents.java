package org.privacypromise.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.privacypromise.teststack.KafkaResource;

/** Events, and a broker's client to send records that no outbox would write. */
final class TestEvents {

    static final Instant TIME = Instant.parse("2026-03-01T10:15:30Z");

    private TestEvents() {}

    static OutboxEvent event(String topic, String key, String text) {
        byte[] payload = text == null ? null : text.getBytes(UTF_8);
        return new OutboxEvent(UUID.randomUUID(), topic, key, "note.v1", "urn:note", TIME, payload);
    }

    static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", KafkaResource.address()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** A note as another service would publish it. */
    static ProducerRecord<String, byte[]> note(String key, String text) {
        return new EnvelopeWriter("elsewhere").write(event("notes", key, text));
    }
}
