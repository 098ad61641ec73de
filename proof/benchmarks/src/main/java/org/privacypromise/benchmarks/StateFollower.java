package org.privacypromise.benchmarks;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.privacypromise.benchmarks.protocol.Latencies;

/** A consumer of the states that notes when it saw which version, on the clock of this process. */
final class StateFollower implements AutoCloseable {

    private static final String TOPIC = "preferences.state.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Version(String key, long number) {}

    private final Map<Version, Long> answeredAt = new HashMap<>();
    private final Map<Version, Long> seenAt = new HashMap<>();
    private final Thread thread;
    private Latencies lags = new Latencies();
    private volatile boolean following;
    private volatile boolean goOn = true;

    StateFollower(String bootstrapServers) {
        thread = Thread.ofPlatform().name("state-follower").start(() -> follow(bootstrapServers));
        while (!following) {
            Thread.onSpinWait();
        }
    }

    private void follow(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "latest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(TOPIC, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            following = true;
            while (goOn) {
                for (ConsumerRecord<String, byte[]> one : consumer.poll(Duration.ofMillis(100))) {
                    long now = System.nanoTime();
                    if (one.value() != null) {
                        seen(
                                new Version(one.key(), new JsonObject(Buffer.buffer(one.value())).getLong("version")),
                                now);
                    }
                }
            }
        }
    }

    private synchronized void seen(Version version, long now) {
        Long answered = answeredAt.remove(version);
        if (answered == null) {
            seenAt.put(version, now);
        } else {
            lags.add(now - answered);
        }
    }

    /** An answer with this version has come just now. */
    void answered(String key, long number) {
        long now = System.nanoTime();
        Version version = new Version(key, number);
        synchronized (this) {
            // The event may be faster than the answer: that is a lag of nothing, not of less.
            if (seenAt.remove(version) == null) {
                answeredAt.put(version, now);
            } else {
                lags.add(0);
            }
        }
    }

    synchronized void startAnew() {
        answeredAt.clear();
        seenAt.clear();
        lags = new Latencies();
    }

    synchronized Latencies lags() {
        return lags;
    }

    /** @throws IllegalStateException if a change that was answered is never seen */
    void awaitAll() {
        long start = System.nanoTime();
        while (waiting() > 0) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException(waiting() + " opt-outs were answered and have not been seen for "
                        + PATIENCE.toSeconds() + " s");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private synchronized int waiting() {
        return answeredAt.size();
    }

    @Override
    public void close() {
        goOn = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
