package org.privacypromise.sample;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Follows a topic of the suite from its beginning: do what the records ask for, and only then move on.
 *
 * <p>Whoever dies between the two does it again after the restart. So whatever is done here must come to the same when it
 * is done twice.
 */
final class TopicFollower implements AutoCloseable {

    /** What is done about records. */
    interface Work extends AutoCloseable {

        /** Returns when it is safely done: these records do not come again. */
        void on(List<ConsumerRecord<String, byte[]>> records) throws Exception;

        @Override
        default void close() {}
    }

    /** Gets everything ready for the work, at the start and after each failure. */
    interface Opening {
        Work open() throws Exception;
    }

    private static final Logger LOG = System.getLogger(TopicFollower.class.getName());
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final String topic;
    private final Map<String, Object> consumerSettings;
    private final Opening opening;
    private final InstantSource clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile Instant lastSeenInGroup = Instant.MIN;

    TopicFollower(String group, String topic, String bootstrapServers, Opening opening, InstantSource clock) {
        this.topic = topic;
        this.consumerSettings = consumerSettings(group, bootstrapServers);
        this.opening = opening;
        this.clock = clock;
        this.thread = new Thread(this::untilStopped, group + "-follower");
    }

    private static Map<String, Object> consumerSettings(String group, String bootstrapServers) {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("group.id", group);
        settings.put("client.id", group);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        // A new system needs to know everybody's choices.
        settings.put("auto.offset.reset", "earliest");
        // After a kill the restarted program waits this long for the partitions of its predecessor.
        settings.put("session.timeout.ms", 10_000);
        settings.put("request.timeout.ms", 10_000);
        settings.put("max.partition.fetch.bytes", 262_144);
        settings.put("fetch.max.bytes", 4_194_304);
        return settings;
    }

    TopicFollower start() {
        thread.start();
        return this;
    }

    /** Whether the broker has counted this system in lately: one that is cut off must not look healthy. */
    boolean isFollowing() {
        return lastSeenInGroup.isAfter(clock.instant().minus(SILENCE));
    }

    private void untilStopped() {
        try {
            do {
                followWhileItGoesWell();
            } while (!stop.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure of the database or the broker is treated like a crash: start again from what was committed. */
    private void followWhileItGoesWell() {
        try (var consumer =
                        new KafkaConsumer<>(consumerSettings, new StringDeserializer(), new ByteArrayDeserializer());
                var work = opening.open()) {
            follow(consumer, work);
        } catch (Exception e) {
            lastSeenInGroup = Instant.MIN;
            // The class only: a driver's message may quote what it was given.
            LOG.log(
                    Level.WARNING,
                    "Cannot follow {0} ({1}); trying again.",
                    topic,
                    e.getClass().getName());
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer, Work work) throws Exception {
        consumer.subscribe(List.of(topic));
        while (stop.getCount() > 0) {
            var records = consumer.poll(Duration.ofMillis(200));
            if (!records.isEmpty()) {
                work.on(StreamSupport.stream(records.spliterator(), false).toList());
                consumer.commitSync();
            }
            noteHeartbeat(consumer);
        }
    }

    private void noteHeartbeat(KafkaConsumer<?, ?> consumer) {
        consumer.metrics().forEach((name, metric) -> {
            if (name.name().equals("last-heartbeat-seconds-ago")
                    && metric.metricValue() instanceof Double ago
                    && ago >= 0
                    && ago < SILENCE.toSeconds()
                    && !consumer.assignment().isEmpty()) {
                lastSeenInGroup = clock.instant().minusSeconds(ago.longValue());
            }
        });
    }

    /** Returns when the round under way has ended and the group has been left. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
