package org.privacypromise.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.teststack.KafkaResource;
import org.privacypromise.teststack.KafkaTopics;

/**
 * From commit to effect, whatever happens in between: nothing lost, nothing twice, nothing overtaken within a key.
 * Repeat a run with {@code -Doutbox.seed=<seed>}, lengthen it with {@code -Doutbox.transactions=<per writer>}.
 */
@QuarkusTest
@RealParts
class OutboxPropertyIT {

    private static final long SEED = Long.getLong("outbox.seed", System.nanoTime());
    private static final int TRANSACTIONS = Integer.getInteger("outbox.transactions", 60);

    @Inject
    Inbox inbox;

    @Inject
    Pool pool;

    private final String kafka = KafkaResource.address();
    private final String topic = Turmoil.newTopic("versions");
    private final String compacted = Turmoil.newTopic("states");
    private int lastCount;

    @BeforeEach
    void prepare() {
        System.out.printf("OutboxPropertyIT: -Doutbox.seed=%d -Doutbox.transactions=%d%n", SEED, TRANSACTIONS);
        KafkaTopics.create(kafka, topic);
        KafkaTopics.createCompacted(kafka, compacted);
    }

    @Test
    void every_committed_version_has_its_effect_once_and_in_order() throws Exception {
        try (Turmoil turmoil = new Turmoil(kafka, topic, compacted, SEED);
                var consumers = new RestlessConsumers(kafka, topic, inbox, new VersionHandler(topic, SEED), SEED)) {
            // When
            turmoil.startRelays(Turmoil.REAL, "relay-a", "relay-b");
            turmoil.write(TRANSACTIONS);
            await().atMost(Duration.ofSeconds(60)).until(() -> turmoil.backlog() == 0);
            consumers.calmDown();

            // Then
            Map<String, List<Integer>> committed = turmoil.committed();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> effects(committed).values().stream()
                                    .mapToInt(List::size)
                                    .sum()
                            >= committed.values().stream().mapToInt(List::size).sum());
            assertThat(effects(committed)).isEqualTo(committed);
            assertThat(latest(TopicReader.versionsByKey(TopicReader.readAll(kafka, compacted))))
                    .as("what a compacted topic keeps")
                    .isEqualTo(latest(committed));
        }
    }

    @Test
    void a_relay_that_looks_for_higher_ids_only_is_caught_losing_events() throws Exception {
        try (Turmoil turmoil = new Turmoil(kafka, topic, compacted, SEED)) {
            // When
            turmoil.startRelays(
                    (database, name, producer) -> new UnsafeRelay(database.pool(name), producer)::publishBatch,
                    "relay");
            turmoil.write(TRANSACTIONS);
            await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(30)).until(this::isQuiet);

            // Then
            Map<String, List<Integer>> arrived = TopicReader.versionsByKey(TopicReader.readAll(kafka, topic));
            assertThat(lost(turmoil.committed(), arrived)).as("lost versions").isNotEmpty();
        }
    }

    private static List<String> lost(Map<String, List<Integer>> committed, Map<String, List<Integer>> arrived) {
        List<String> lost = new ArrayList<>();
        committed.forEach((key, versions) -> versions.stream()
                .filter(version -> !arrived.getOrDefault(key, List.of()).contains(version))
                .forEach(version -> lost.add(key + " " + version)));
        return lost;
    }

    private boolean isQuiet() {
        int count = TopicReader.readAll(kafka, topic).size();
        boolean quiet = count == lastCount;
        lastCount = count;
        return quiet;
    }

    private Map<String, List<Integer>> effects(Map<String, List<Integer>> committed) {
        Map<String, List<Integer>> effects = new HashMap<>();
        committed.keySet().forEach(key -> {
            List<Integer> versions = new ArrayList<>();
            pool.preparedQuery("SELECT text FROM note WHERE note_key = $1 ORDER BY id")
                    .execute(Tuple.of(topic + " " + key))
                    .await()
                    .indefinitely()
                    .forEach(row -> versions.add(Integer.valueOf(row.getString(0))));
            effects.put(key, versions);
        });
        return effects;
    }

    private static Map<String, Integer> latest(Map<String, List<Integer>> versions) {
        Map<String, Integer> latest = new HashMap<>();
        versions.forEach((key, all) -> {
            if (!all.isEmpty()) {
                latest.put(key, all.getLast());
            }
        });
        return latest;
    }
}
