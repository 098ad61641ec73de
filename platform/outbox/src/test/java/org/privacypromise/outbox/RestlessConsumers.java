package org.privacypromise.outbox;

import io.quarkus.vertx.VertxContextSupport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Three members of a group that come and go, often after an event's transaction and before its offset is committed. */
final class RestlessConsumers implements AutoCloseable {

    private final String kafka;
    private final String topic;
    private final Inbox inbox;
    private final EventHandler handler;
    private final List<Thread> members = new ArrayList<>();
    private volatile boolean calm;
    private volatile boolean done;

    RestlessConsumers(String kafka, String topic, Inbox inbox, EventHandler handler, long seed) {
        this.kafka = kafka;
        this.topic = topic;
        this.inbox = inbox;
        this.handler = handler;
        for (int member = 0; member < 3; member++) {
            Random random = new Random(seed * 17 + member);
            members.add(Thread.ofPlatform().start(() -> {
                while (!done) {
                    consume(random);
                }
            }));
        }
    }

    /** No more crashes. */
    void calmDown() {
        calm = true;
    }

    private void consume(Random random) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", kafka);
        settings.put("group.id", topic);
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("max.poll.records", 10);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            for (int life = 5 + random.nextInt(20); !done && (calm || life > 0); life--) {
                for (ConsumerRecord<String, byte[]> received : consumer.poll(Duration.ofMillis(200))) {
                    VertxContextSupport.subscribeAndAwait(() -> inbox.receive(handler, received));
                    if (!calm && random.nextInt(40) == 0) {
                        return; // a crash: the offset is not committed
                    }
                }
                commit(consumer);
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void commit(KafkaConsumer<String, byte[]> consumer) {
        try {
            consumer.commitSync();
        } catch (RebalanceInProgressException | org.apache.kafka.clients.consumer.CommitFailedException e) {
            // Another member gets these records again, and the inbox knows them.
        }
    }

    @Override
    public void close() throws InterruptedException {
        done = true;
        for (Thread member : members) {
            member.join();
        }
    }
}
