package org.privacypromise.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.outbox.HookedProducer.When;
import org.privacypromise.teststack.KafkaResource;
import org.privacypromise.teststack.KafkaTopics;

/** A relay is paused with a batch in its hands, another one takes over, and the first resumes. */
class RelayFencingIT {

    private final String kafka = KafkaResource.address();
    private final String topic = "fencing-" + UUID.randomUUID();
    private final CountDownLatch resume = new CountDownLatch(1);
    private final CountDownLatch paused = new CountDownLatch(1);
    private OutboxDatabase database;

    @BeforeEach
    void prepare() throws Exception {
        database = new OutboxDatabase();
        KafkaTopics.createCompacted(kafka, topic);
    }

    @AfterEach
    void tidy() {
        database.close();
    }

    @Test
    void a_relay_that_lost_its_turn_can_no_longer_send_what_it_holds() throws Exception {
        try (OutboxRelay first = relay("first", topic, this::pauseBeforeSend);
                OutboxRelay second = relay("second", topic, HookedProducer.Hook.NONE)) {
            // Given
            CompletableFuture<Integer> pausedBatch = aRelayPausedWithVersion1(first);

            // When
            version(2);
            await().until(() -> second.publishBatch().await().indefinitely() == 2);
            resume.countDown();

            // Then
            assertThatThrownBy(pausedBatch::join).hasCauseInstanceOf(ApplicationRecoverableException.class);
            assertThat(versions()).containsExactly(1, 2);
        }
    }

    @Test
    void the_fenced_relay_publishes_again_when_it_is_its_turn() throws Exception {
        try (OutboxRelay first = relay("first", topic, this::pauseBeforeSend);
                OutboxRelay second = relay("second", topic, HookedProducer.Hook.NONE)) {
            // Given
            CompletableFuture<Integer> pausedBatch = aRelayPausedWithVersion1(first);
            await().until(() -> second.publishBatch().await().indefinitely() == 1);
            resume.countDown();
            assertThatThrownBy(pausedBatch::join).isNotNull();

            // When
            version(2);
            await().until(() -> first.publishBatch().await().indefinitely() == 1);

            // Then
            assertThat(versions()).containsExactly(1, 2);
        }
    }

    @Test
    void without_fencing_this_test_would_see_the_older_version_come_last() throws Exception {
        // Given: two relays whose producers know nothing of each other
        try (OutboxRelay first = relay("first", topic + "-a", this::pauseBeforeSend);
                OutboxRelay second = relay("second", topic + "-b", HookedProducer.Hook.NONE)) {
            CompletableFuture<Integer> pausedBatch = aRelayPausedWithVersion1(first);

            // When
            version(2);
            await().until(() -> second.publishBatch().await().indefinitely() == 2);
            resume.countDown();

            // Then
            assertThatThrownBy(pausedBatch::join).isNotNull();
            assertThat(versions()).containsExactly(1, 2, 1);
        }
    }

    private CompletableFuture<Integer> aRelayPausedWithVersion1(OutboxRelay relay) throws Exception {
        version(1);
        CompletableFuture<Integer> batch =
                relay.publishBatch().subscribeAsCompletionStage().toCompletableFuture();
        assertThat(paused.await(20, TimeUnit.SECONDS)).isTrue();
        // What the server does to a relay that says nothing for too long.
        database.disconnect("first");
        return batch;
    }

    private void pauseBeforeSend(When when, String call) {
        if (when == When.BEFORE && call.equals("send")) {
            paused.countDown();
            awaitResume();
        }
    }

    private void awaitResume() {
        try {
            resume.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void version(int version) throws Exception {
        try (Connection connection = database.connect()) {
            OutboxDatabase.append(connection, TestEvents.event(topic, "c:1", String.valueOf(version)));
        }
    }

    private List<Integer> versions() {
        return TopicReader.versionsByKey(TopicReader.readAll(kafka, topic)).get("c:1");
    }

    private OutboxRelay relay(String name, String fencedBy, HookedProducer.Hook hook) {
        return new OutboxRelay(
                database.pool(name),
                new FencingProducer(HookedProducer.of(kafka, fencedBy, hook)),
                new EnvelopeWriter("test"),
                100,
                Duration.ZERO,
                OutboxRelay.LOCK_PATIENCE);
    }
}
