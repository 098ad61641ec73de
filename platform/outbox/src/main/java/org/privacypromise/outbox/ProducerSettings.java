package org.privacypromise.outbox;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What makes the relay's promises true at the broker. The times are not configurable: a batch must end, one way or the
 * other, before {@link OutboxRelay#LOCK_PATIENCE} takes the lock from a relay that hangs.
 */
final class ProducerSettings {

    private ProducerSettings() {}

    /**
     * @param kafka where the broker is and how to log in there
     * @param source the publishing service's name, as all its instances share it
     */
    static Producer<String, byte[]> producer(Map<String, Object> kafka, String source) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "outbox-" + source);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // Nobody may have to wait longer for the first transaction after a relay that never comes back.
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 20_000);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 65_536);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
