package org.privacypromise.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.privacypromise.outbox.HookedProducer.When;

/**
 * The publishing side in a bad hour: writers that overtake each other and roll back, two relays that lose their
 * database, fail in the middle of a batch and fall asleep until their lock is taken from them. What was committed is
 * recorded, to be compared with what arrives.
 */
final class Turmoil implements AutoCloseable {

    /** How the relays of a run look for rows. */
    interface RelayKind {
        /** @return a supplier of batches, as {@link OutboxRelay#publishBatch} is one */
        Supplier<Uni<Integer>> relay(OutboxDatabase database, String name, FencingProducer producer);
    }

    static final RelayKind REAL = (database, name, producer) -> new OutboxRelay(
            database.pool(name),
            producer,
            new EnvelopeWriter("turmoil"),
            7,
            Duration.ofMillis(20),
            Duration.ofMillis(400))::publishBatch;

    static final int KEYS = 6;
    private static final int WRITERS = 6;
    private static final String STRAGGLER = "straggler";

    private final String kafka;
    private final String topic;
    private final String compacted;
    private final long seed;
    private final OutboxDatabase database;
    private final List<RelayLoop> loops = new ArrayList<>();
    private final List<FencingProducer> producers = new ArrayList<>();
    private final Map<String, List<Integer>> committed = new ConcurrentHashMap<>();
    private volatile boolean published;
    private volatile boolean calm;

    Turmoil(String kafka, String topic, String compacted, long seed) throws Exception {
        this.kafka = kafka;
        this.topic = topic;
        this.compacted = compacted;
        this.seed = seed;
        database = new OutboxDatabase();
        database.execute("CREATE TABLE aggregate (key text PRIMARY KEY, version int NOT NULL)");
        for (int key = 0; key < KEYS; key++) {
            database.execute("INSERT INTO aggregate VALUES ('k" + key + "', 0)");
            committed.put("k" + key, new ArrayList<>());
        }
    }

    /** Committed versions by key, in the order of their commits. */
    Map<String, List<Integer>> committed() {
        Map<String, List<Integer>> copy = new HashMap<>();
        committed.forEach((key, versions) -> copy.put(key, List.copyOf(versions)));
        return copy;
    }

    void startRelays(RelayKind kind, String... names) {
        for (String name : names) {
            FencingProducer producer =
                    new FencingProducer(HookedProducer.of(kafka, topic, (w, c) -> mischief(name, w, c)));
            Supplier<Uni<Integer>> relay = kind.relay(database, name, producer);
            RelayLoop loop = new RelayLoop(relay, database.vertx(), Duration.ofMillis(100), Duration.ofMillis(20));
            producers.add(producer);
            loops.add(loop);
            loop.start();
        }
    }

    /**
     * Runs all writers to their end; afterwards the relays are left in peace. One transaction draws the lowest ids of all
     * and commits when higher ones are published already.
     */
    void write(int transactionsPerWriter) throws Exception {
        try (Connection straggler = database.connect()) {
            straggler.setAutoCommit(false);
            append(straggler, STRAGGLER, 1);
            runWriters(transactionsPerWriter);
            await().atMost(Duration.ofSeconds(30)).until(() -> published);
            committed.put(STRAGGLER, List.of(1));
            straggler.commit();
        }
        calm = true;
    }

    private void runWriters(int transactionsPerWriter) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(WRITERS);
        for (int writer = 0; writer < WRITERS; writer++) {
            Random random = new Random(seed * 31 + writer);
            Thread.ofVirtual().start(() -> {
                try (Connection connection = database.connect()) {
                    connection.setAutoCommit(false);
                    for (int i = 0; i < transactionsPerWriter; i++) {
                        transaction(connection, random);
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                } finally {
                    done.countDown();
                }
            });
        }
        assertThat(done.await(60, TimeUnit.SECONDS)).as("writers finished").isTrue();
    }

    private void append(Connection connection, String key, int version) throws SQLException {
        OutboxDatabase.append(connection, TestEvents.event(topic, key, String.valueOf(version)));
        OutboxDatabase.append(connection, TestEvents.event(compacted, key, String.valueOf(version)));
    }

    private void transaction(Connection connection, Random random) throws Exception {
        String key = "k" + random.nextInt(KEYS);
        int version;
        try (var lock = connection.prepareStatement(
                "UPDATE aggregate SET version = version + 1 WHERE key = ? RETURNING version")) {
            lock.setString(1, key);
            try (var result = lock.executeQuery()) {
                result.next();
                version = result.getInt(1);
            }
        }
        append(connection, key, version);
        // Time for others with higher ids to commit first.
        connection.createStatement().execute("SELECT pg_sleep(" + random.nextInt(30) / 1000.0 + ")");
        if (random.nextInt(10) == 0) {
            connection.rollback();
            return;
        }
        // Inside the row's lock, so in the order of the commits.
        committed.get(key).add(version);
        connection.commit();
        loops.get(random.nextInt(loops.size())).nudge();
    }

    private void mischief(String name, When when, String call) {
        if (when == When.AFTER && call.equals("commitTransaction")) {
            published = true;
        }
        if (calm) {
            return;
        }
        // Not seeded: threads interleave as they like anyway.
        int dice = ThreadLocalRandom.current().nextInt(1000);
        if (when == When.AFTER && call.equals("commitTransaction") && dice < 100) {
            loseDatabase(name); // the broker has the batch, the row's deletion is lost
        } else if (when == When.BEFORE && call.equals("commitTransaction") && dice < 50) {
            loseDatabase(name);
        } else if (when == When.BEFORE && call.equals("send") && dice < 10) {
            throw new IllegalStateException("crash in the middle of a batch");
        } else if (when == When.BEFORE && call.equals("send") && dice < 20) {
            sleepPastTheLock();
        } else if (when == When.BEFORE && call.equals("initTransactions") && dice < 50) {
            sleepPastTheLock();
        }
    }

    private void loseDatabase(String name) {
        try {
            database.disconnect(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleepPastTheLock() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1500));
    }

    long backlog() {
        try {
            return database.count("SELECT count(*) FROM outbox");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        loops.forEach(RelayLoop::stop);
        producers.forEach(FencingProducer::close);
        database.close();
    }

    static String newTopic(String kind) {
        return kind + "-" + UUID.randomUUID();
    }
}
