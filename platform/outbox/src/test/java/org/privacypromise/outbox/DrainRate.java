package org.privacypromise.outbox;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.privacypromise.teststack.KafkaResource;
import org.privacypromise.teststack.KafkaTopics;

/** How fast a backlog is published. Not part of the build: {@code mvn verify -Dit.test=DrainRate}. */
class DrainRate {

    private static final int ROWS = Integer.getInteger("outbox.rows", 100_000);

    @Test
    void a_backlog_is_published() throws Exception {
        String kafka = KafkaResource.address();
        String topic = Turmoil.newTopic("drain");
        KafkaTopics.create(kafka, topic);
        OutboxDatabase database = new OutboxDatabase();
        database.execute("INSERT INTO outbox (event_id, topic, event_key, type, event_time, payload)"
                + " SELECT gen_random_uuid(), '" + topic + "', 'c:' || i % 1000, 'note.v1', now(), '\\x"
                + "7b7d".repeat(50)
                + "' FROM generate_series(1, " + ROWS + ") i");
        OutboxRelay relay = new OutboxRelay(
                database.pool("relay"),
                new FencingProducer(() -> ProducerSettings.producer(Map.of("bootstrap.servers", kafka), topic)),
                new EnvelopeWriter("drain"),
                1000,
                Duration.ZERO,
                OutboxRelay.LOCK_PATIENCE);

        long start = System.nanoTime();
        int published = 0;
        for (int batch = -1; batch != 0; published += batch) {
            batch = relay.publishBatch().await().indefinitely();
        }
        double seconds = (System.nanoTime() - start) / 1e9;

        System.out.printf("published %d rows in %.1f s: %.0f rows/s%n", published, seconds, published / seconds);
        relay.close();
        database.close();
    }
}
