package org.privacypromise.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Statements as CloudEvents 1.0 in binary mode. */
final class KafkaOutlet implements Outlet {

    private final String system;
    private final KafkaProducer<String, byte[]> producer;

    KafkaOutlet(String system, String bootstrapServers) {
        this.system = system;
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("client.id", system);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("request.timeout.ms", 10_000);
        settings.put("delivery.timeout.ms", 30_000);
        settings.put("buffer.memory", 4_194_304);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public void publish(List<Statement> statements) throws Exception {
        var sent = new ArrayList<Future<?>>();
        for (Statement statement : statements) {
            sent.add(producer.send(event(statement)));
        }
        producer.flush();
        for (Future<?> each : sent) {
            each.get();
        }
    }

    private ProducerRecord<String, byte[]> event(Statement statement) throws Exception {
        var event = new ProducerRecord<>(
                statement.topic(), statement.key(), Json.MAPPER.writeValueAsBytes(statement.payload()));
        header(event, "ce_specversion", "1.0");
        header(event, "ce_id", statement.id());
        header(event, "ce_source", "/systems/" + system);
        header(event, "ce_type", statement.type());
        header(event, "ce_time", statement.time().toString());
        header(event, "ce_subject", statement.key());
        header(event, "ce_dataschema", "urn:privacy-promise:schema:" + statement.type());
        header(event, "content-type", "application/json");
        return event;
    }

    private static void header(ProducerRecord<?, ?> event, String name, String value) {
        event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
