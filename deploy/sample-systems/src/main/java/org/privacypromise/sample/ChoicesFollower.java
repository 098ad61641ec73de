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
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Follows the choices of all customers: store them, acknowledge them, and only then move on in the topic.
 *
 * <p>That order is all there is to it. Whoever dies between two of the steps repeats the first ones after the restart,
 * which changes nothing, because the store ignores what is not newer and the acknowledgement comes out the same.
 */
final class ChoicesFollower implements AutoCloseable {

    static final String TOPIC = "preferences.state.v1";

    private static final Logger LOG = System.getLogger(ChoicesFollower.class.getName());
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final Map<String, Object> consumerSettings;
    private final ChoiceStore store;
    private final Supplier<Acknowledgements> outlet;
    private final InstantSource clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile Instant lastSeenInGroup = Instant.MIN;

    ChoicesFollower(
            String system,
            String bootstrapServers,
            ChoiceStore store,
            Supplier<Acknowledgements> outlet,
            InstantSource clock) {
        this.consumerSettings = consumerSettings(system, bootstrapServers);
        this.store = store;
        this.outlet = outlet;
        this.clock = clock;
        this.thread = new Thread(this::untilStopped, system + "-follower");
    }

    private static Map<String, Object> consumerSettings(String system, String bootstrapServers) {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("group.id", system);
        settings.put("client.id", system);
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

    void start() {
        thread.start();
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
                var acknowledgements = outlet.get()) {
            follow(consumer, acknowledgements);
        } catch (Exception e) {
            lastSeenInGroup = Instant.MIN;
            // The class only: a driver's message may quote what it was given.
            LOG.log(
                    Level.WARNING,
                    "Cannot follow the choices ({0}); trying again.",
                    e.getClass().getName());
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer, Acknowledgements acknowledgements) throws Exception {
        store.prepare();
        consumer.subscribe(List.of(TOPIC));
        while (stop.getCount() > 0) {
            var records = consumer.poll(Duration.ofMillis(200));
            if (!records.isEmpty()) {
                acknowledgements.publish(store.apply(StreamSupport.stream(records.spliterator(), false)
                        .map(StateRecord::read)
                        .toList()));
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
