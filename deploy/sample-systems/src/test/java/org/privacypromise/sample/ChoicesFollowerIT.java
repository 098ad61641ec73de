package org.privacypromise.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;
import static org.privacypromise.sample.Suite.allowed;
import static org.privacypromise.sample.Suite.refused;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.ChoicesAcknowledged;

class ChoicesFollowerIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String system = Suite.newSystem();
    private final String key = Suite.newKey();
    private final Suite suite = new Suite(system);
    private final ChoiceStore store = new ChoiceStore(Suite.database(system), InstantSource.system());
    private TopicFollower follower = follower(this::outlet);

    @BeforeEach
    void prepare() throws Exception {
        store.prepare();
    }

    @AfterEach
    void stop() {
        follower.close();
        suite.close();
    }

    @Test
    void a_state_is_stored_and_then_acknowledged_with_the_moment_since_when_it_is_obeyed() throws Exception {
        // When
        follower.start();
        suite.publish(key, 4, allowed("marketing", "main"));

        // Then
        awaitAcknowledged(4);
        var held = store.find(key).orElseThrow();
        assertThat(held.choices().allow("marketing", "email", "main")).isTrue();
        assertThat(Suite.acknowledged(system, key))
                .containsExactly(new ChoicesAcknowledged(key, 4, held.effectiveFrom()));
    }

    @Test
    void an_acknowledgement_is_a_cloud_event_whose_id_does_not_say_whom_it_is_about() {
        follower.start();
        suite.publish(key, 1);
        awaitAcknowledged(1);

        var event = Suite.acknowledgements(system, key).getFirst();
        assertThat(event.headers())
                .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
                .contains(
                        "ce_specversion=1.0",
                        "ce_source=/systems/" + system,
                        "ce_type=preferences.choices-acknowledged.v1",
                        "ce_subject=" + key,
                        "ce_dataschema=urn:privacy-promise:schema:preferences.choices-acknowledged.v1",
                        "content-type=application/json")
                .anyMatch(header -> header.startsWith("ce_time="))
                .filteredOn(header -> header.startsWith("ce_id="))
                .singleElement(STRING)
                .doesNotContain(key);
    }

    @Test
    void an_older_version_changes_nothing_and_is_covered_by_the_acknowledgement_of_the_newer() throws Exception {
        // When
        follower.start();
        suite.publish(key, 2, refused("marketing", "main"));
        suite.publish(key, 1, allowed("marketing", "main"));

        // Then
        await().atMost(SOON).until(() -> Suite.acknowledged(system, key).size() == 2);
        assertThat(store.find(key).orElseThrow().choices().allow("marketing", "email", "main"))
                .isFalse();
        assertThat(Suite.acknowledged(system, key))
                .allMatch(acknowledged -> acknowledged.version() == 2)
                .extracting(ChoicesAcknowledged::effectiveFrom)
                .containsOnly(store.find(key).orElseThrow().effectiveFrom());
    }

    @Test
    void a_redelivery_has_no_further_effect_and_the_same_acknowledgement() {
        // When
        follower.start();
        suite.publish(key, 1, allowed("marketing", "main"));
        awaitAcknowledged(1);
        suite.publish(key, 1, allowed("marketing", "main"));

        // Then
        await().atMost(SOON).until(() -> Suite.acknowledged(system, key).size() == 2);
        assertThat(Set.copyOf(Suite.acknowledged(system, key))).hasSize(1);
        assertThat(Suite.acknowledgements(system, key).stream()
                        .map(event ->
                                new String(event.headers().lastHeader("ce_id").value(), UTF_8))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_tombstone_forgets() throws Exception {
        // Given
        follower.start();
        suite.publish(key, 1, allowed("marketing", "main"));
        awaitAcknowledged(1);

        // When
        suite.publishTombstone(key);

        // Then
        await().atMost(SOON).until(() -> store.find(key).isEmpty());
        assertThat(Suite.acknowledged(system, key)).hasSize(1);
    }

    @Test
    void whoever_is_killed_between_storing_and_acknowledging_acknowledges_after_the_restart() throws Exception {
        // Given
        follower = follower(() -> new SilentOutlet() {
            @Override
            public void publish(List<Statement> statements) {
                throw new Killed();
            }
        });
        follower.start();
        suite.publish(key, 1, allowed("marketing", "main"));
        await().atMost(SOON).until(() -> store.find(key).isPresent());
        follower.close();
        var stored = store.find(key).orElseThrow().effectiveFrom();
        assertThat(Suite.acknowledged(system, key)).isEmpty();

        // When
        follower = follower(this::outlet);
        follower.start();

        // Then
        awaitAcknowledged(1);
        assertThat(Suite.acknowledged(system, key)).containsExactly(new ChoicesAcknowledged(key, 1, stored));
    }

    @Test
    void a_broker_that_does_not_take_the_acknowledgement_is_asked_again() {
        // Given
        var attempts = new AtomicInteger();
        follower = follower(() -> attempts.incrementAndGet() > 1
                ? outlet()
                : new SilentOutlet() {
                    @Override
                    public void publish(List<Statement> statements) {
                        throw new IllegalStateException("no");
                    }
                });

        // When
        follower.start();
        suite.publish(key, 1);

        // Then
        awaitAcknowledged(1);
        assertThat(attempts).hasValue(2);
    }

    @Test
    void a_state_that_cannot_be_read_takes_the_permission_away_unacknowledged_and_others_flow() throws Exception {
        // Given
        follower.start();
        suite.publish(key, 1, allowed("marketing", "main"));
        awaitAcknowledged(1);

        // When
        suite.publish(key, "{\"key\":\"ada@example.org\"".getBytes(UTF_8));

        // Then
        await().atMost(SOON).until(() -> store.find(key).isEmpty());
        suite.publish(key, 3, refused("marketing", "main"));
        awaitAcknowledged(3);
        assertThat(Suite.acknowledged(system, key))
                .extracting(ChoicesAcknowledged::version)
                .containsExactly(1L, 3L);
    }

    @Test
    void a_system_that_has_lost_its_database_reads_everything_again_and_acknowledges_it_anew() throws Exception {
        // Given
        follower.start();
        suite.publish(key, 1, allowed("marketing", "main"));
        suite.publish(key, 2, refused("marketing", "main"));
        awaitAcknowledged(2);
        follower.close();

        // When
        try (var connection = Suite.database(system).getConnection();
                var drop = connection.createStatement()) {
            drop.execute("DROP TABLE choices_in_force");
        }
        Suite.forgetOffsets(system);
        follower = follower(this::outlet);
        follower.start();

        // Then
        await().atMost(SOON).until(() -> store.find(key).isPresent());
        assertThat(store.find(key).orElseThrow().choices().allow("marketing", "email", "main"))
                .isFalse();
        await().atMost(SOON)
                .until(() -> Suite.acknowledged(system, key)
                        .getLast()
                        .effectiveFrom()
                        .equals(store.find(key).orElseThrow().effectiveFrom()));
    }

    @Test
    void what_the_suite_took_back_is_never_obeyed() {
        follower.start();
        suite.publishAndAbort(key, 1, allowed("marketing", "main"));
        suite.publish(key, 2, refused("marketing", "main"));

        awaitAcknowledged(2);
        assertThat(Suite.acknowledged(system, key)).hasSize(1);
    }

    @Test
    void it_is_following_only_while_the_broker_counts_it_in() {
        assertThat(follower.isFollowing()).isFalse();

        follower.start();

        await().atMost(SOON).until(follower::isFollowing);
    }

    private void awaitAcknowledged(long version) {
        await().atMost(SOON)
                .until(() -> Suite.acknowledged(system, key).stream()
                        .anyMatch(acknowledged -> acknowledged.version() == version));
    }

    private TopicFollower follower(Supplier<Outlet> outlet) {
        return ChoicesFollower.of(system, Suite.BROKER, store, outlet, InstantSource.system());
    }

    private Outlet outlet() {
        return new KafkaOutlet(system, Suite.BROKER);
    }

    private abstract static class SilentOutlet implements Outlet {
        @Override
        public void close() {}
    }

    /** No exception: nothing may catch it, just as nothing catches a kill. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
