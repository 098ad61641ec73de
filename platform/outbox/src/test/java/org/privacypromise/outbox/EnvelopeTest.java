package org.privacypromise.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void what_is_written_in_binary_mode_reads_back() {
        // Given
        OutboxEvent event = TestEvents.event("states", "c:1", "{}");

        // When
        ProducerRecord<String, byte[]> written = new EnvelopeWriter("preferences-service").write(event);
        ReceivedEvent read = EnvelopeReader.read(received(written.key(), written.value(), written.headers()));

        // Then
        assertThat(Arrays.stream(written.headers().toArray()).map(h -> h.key() + ": " + new String(h.value(), UTF_8)))
                .containsExactly(
                        "ce_specversion: 1.0",
                        "ce_id: " + event.id(),
                        "ce_source: /preferences-service",
                        "ce_type: note.v1",
                        "ce_time: 2026-03-01T10:15:30Z",
                        "ce_subject: c:1",
                        "ce_dataschema: urn:note",
                        "content-type: application/json");
        assertThat(read)
                .usingRecursiveComparison()
                .isEqualTo(new ReceivedEvent(
                        event.id().toString(),
                        "note.v1",
                        "/preferences-service",
                        "c:1",
                        TestEvents.TIME,
                        "notes",
                        "{}".getBytes(UTF_8)));
    }

    @Test
    void a_tombstone_has_its_attributes_and_no_content_type() {
        ProducerRecord<String, byte[]> written = new EnvelopeWriter("p").write(TestEvents.event("states", "c:1", null));

        assertThat(written.value()).isNull();
        assertThat(written.headers().lastHeader("content-type")).isNull();
        assertThat(EnvelopeReader.read(received("c:1", null, written.headers())).payload())
                .isNull();
    }

    @Test
    void structured_mode_is_read_with_its_data_as_json() {
        ReceivedEvent event = structured("""
                {"specversion":"1.0","id":"1","type":"t","source":"/s","time":"2026-03-01T11:15:30+01:00",
                 "somethingnew":true,"data":{"a": [1, 2]}}""");

        assertThat(event.time()).isEqualTo(TestEvents.TIME);
        assertThat(event.payload()).asString().isEqualTo("{\"a\":[1,2]}");
    }

    @Test
    void structured_mode_is_read_with_its_data_in_base64() {
        assertThat(structured("""
                {"specversion":"1.0","id":"1","type":"t","source":"/s","data_base64":"e30="}""").payload()).asString().isEqualTo("{}");
    }

    @Test
    void a_structured_event_without_data_is_no_tombstone() {
        assertThat(structured("{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"t\",\"source\":\"/s\"}")
                        .payload())
                .isEmpty();
    }

    @Test
    void an_event_without_a_time_happened_when_kafka_got_it_and_without_a_key_is_about_nothing() {
        ReceivedEvent event = EnvelopeReader.read(received(null, new byte[0], binary("id", "1")));

        assertThat(event.time()).isEqualTo(RECEIVED);
        assertThat(event.key()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json: secret@example.org",
                "",
                "[]",
                "{\"id\":\"1\",\"type\":\"t\",\"source\":\"/s\"}",
                "{\"specversion\":\"2.0\",\"id\":\"1\",\"type\":\"t\",\"source\":\"/s\"}",
                "{\"specversion\":\"1.0\",\"type\":\"t\",\"source\":\"/s\"}",
                "{\"specversion\":\"1.0\",\"id\":\" \",\"type\":\"t\",\"source\":\"/s\"}",
                "{\"specversion\":\"1.0\",\"id\":7,\"type\":\"t\",\"source\":\"/s\"}",
                "{\"specversion\":\"1.0\",\"id\":\"a\\u0000b\",\"type\":\"t\",\"source\":\"/s\"}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"t\",\"source\":\"/s\",\"time\":\"yesterday\"}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"t\",\"source\":\"/s\",\"data_base64\":\"***\"}"
            })
    void a_malformed_envelope_is_unreadable_and_quotes_nothing(String envelope) {
        assertThatThrownBy(() -> structured(envelope))
                .isInstanceOf(UnreadableEnvelopeException.class)
                .message()
                .doesNotContain("secret");
    }

    @Test
    void an_overlong_id_or_another_structured_format_is_unreadable() {
        assertThatThrownBy(() -> EnvelopeReader.read(received("k", new byte[0], binary("id", "x".repeat(256)))))
                .isInstanceOf(UnreadableEnvelopeException.class);
        Headers batch = new RecordHeaders().add("content-type", "application/cloudevents-batch+json".getBytes(UTF_8));
        assertThatThrownBy(() -> EnvelopeReader.read(received("k", new byte[0], batch)))
                .isInstanceOf(UnreadableEnvelopeException.class);
    }

    @Test
    void an_unreadable_event_is_known_by_its_position() {
        assertThat(EnvelopeReader.idOrPosition(received("k", new byte[0], new RecordHeaders())))
                .isEqualTo("2/7");
        assertThat(EnvelopeReader.idOrPosition(received("k", new byte[0], binary("id", "1"))))
                .isEqualTo("1");
    }

    @Test
    void a_parked_event_keeps_the_record_as_it_was_received() {
        var original = received("k", new byte[] {0, -1}, binary("id", "1"));

        var kept = new ParkedEvent("consumer", "1", original, "reason").asReceived();

        assertThat(EnvelopeReader.read(kept)).usingRecursiveComparison().isEqualTo(EnvelopeReader.read(original));
    }

    private static ReceivedEvent structured(String envelope) {
        Headers headers = new RecordHeaders().add("content-type", "application/cloudevents+json".getBytes(UTF_8));
        return EnvelopeReader.read(received("k", envelope.getBytes(UTF_8), headers));
    }

    private static Headers binary(String attribute, String value) {
        return new RecordHeaders()
                .add("ce_specversion", "1.0".getBytes(UTF_8))
                .add("ce_type", "t".getBytes(UTF_8))
                .add("ce_source", "/s".getBytes(UTF_8))
                .add("ce_" + attribute, value.getBytes(UTF_8));
    }

    private static ConsumerRecord<String, byte[]> received(String key, byte[] value, Headers headers) {
        return new ConsumerRecord<>(
                "notes",
                2,
                7,
                RECEIVED.toEpochMilli(),
                TimestampType.CREATE_TIME,
                -1,
                -1,
                key,
                value,
                headers,
                Optional.empty());
    }
}
