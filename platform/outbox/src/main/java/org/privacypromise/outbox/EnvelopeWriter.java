package org.privacypromise.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Writes an outbox row as a CloudEvents 1.0 record in Kafka's binary mode; a null payload stays one (a tombstone). */
final class EnvelopeWriter {

    private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
    private static final Header JSON = header("content-type", "application/json");

    private final Header source;

    /** @param source the publishing service's name */
    EnvelopeWriter(String source) {
        this.source = header("ce_source", "/" + source);
    }

    ProducerRecord<String, byte[]> write(Row row) {
        Buffer payload = row.getBuffer("payload");
        return write(new OutboxEvent(
                row.getUUID("event_id"),
                row.getString("topic"),
                row.getString("event_key"),
                row.getString("type"),
                row.getString("data_schema"),
                row.get(OffsetDateTime.class, "event_time").toInstant(),
                payload == null ? null : payload.getBytes()));
    }

    ProducerRecord<String, byte[]> write(OutboxEvent event) {
        List<Header> headers = new ArrayList<>(8);
        headers.add(SPEC_VERSION);
        headers.add(header("ce_id", event.id().toString()));
        headers.add(source);
        headers.add(header("ce_type", event.type()));
        headers.add(header("ce_time", event.time().toString()));
        headers.add(header("ce_subject", event.key()));
        String schema = event.dataSchema();
        if (schema != null) {
            headers.add(header("ce_dataschema", schema));
        }
        byte @Nullable [] payload = event.payload();
        if (payload != null) {
            headers.add(JSON);
        }
        return new ProducerRecord<>(event.topic(), null, event.key(), payload, headers);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
