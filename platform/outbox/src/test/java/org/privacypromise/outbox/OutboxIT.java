package org.privacypromise.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.privacypromise.teststack.KafkaResource;

@QuarkusTest
@RealParts
class OutboxIT {

    @Inject
    Outbox outbox;

    @Test
    void what_a_transaction_appends_is_published_after_its_commit() throws Throwable {
        // Given
        OutboxEvent event = TestEvents.event("published", "c:1", "hello");

        // When
        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> outbox.append(event)));

        // Then
        ReceivedEvent received = EnvelopeReader.read(published(event.id()));
        assertThat(received.source()).isEqualTo("/outbox-test");
        assertThat(received.key()).isEqualTo("c:1");
        assertThat(received.type()).isEqualTo("note.v1");
        assertThat(received.time()).isEqualTo(TestEvents.TIME);
        assertThat(received.payload()).asString().isEqualTo("hello");
    }

    @Test
    void events_that_are_appended_together_are_published_in_their_order_tombstones_among_them() throws Throwable {
        // Given
        List<OutboxEvent> events = List.of(
                TestEvents.event("published", "c:6", "first"),
                TestEvents.event("published", "c:6", null),
                TestEvents.event("published", "c:6", "third"));

        // When
        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> outbox.appendAll(events)));

        // Then
        published(events.getLast().id());
        assertThat(TopicReader.readAll(KafkaResource.address(), "published"))
                .filteredOn(record -> record.key().equals("c:6"))
                .extracting(record -> EnvelopeReader.read(record).id())
                .containsExactlyElementsOf(
                        events.stream().map(event -> event.id().toString()).toList());
    }

    @Test
    void what_is_rolled_back_is_never_published() throws Throwable {
        // Given
        OutboxEvent regretted = TestEvents.event("published", "c:2", "regretted");
        OutboxEvent next = TestEvents.event("published", "c:2", "next");

        // When
        assertThatThrownBy(() ->
                VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> outbox.append(regretted)
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("changed its mind"))))));
        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> outbox.append(next)));

        // Then
        published(next.id());
        assertThat(TopicReader.readAll(KafkaResource.address(), "published"))
                .extracting(published -> EnvelopeReader.read(published).id())
                .doesNotContain(regretted.id().toString());
    }

    @Test
    void a_tombstone_is_published_as_a_null_value_that_still_says_what_it_is() throws Throwable {
        OutboxEvent tombstone = TestEvents.event("published", "c:3", null);

        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> outbox.append(tombstone)));

        ConsumerRecord<String, byte[]> published = published(tombstone.id());
        assertThat(published.value()).isNull();
        assertThat(EnvelopeReader.read(published).type()).isEqualTo("note.v1");
    }

    @Test
    void a_payload_that_no_broker_takes_is_refused_before_it_can_block_the_others() {
        OutboxEvent huge = TestEvents.event("published", "c:4", "x".repeat(900_001));

        assertThatThrownBy(() ->
                        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> outbox.append(huge))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("900000");
    }

    @Test
    void appending_outside_a_transaction_is_a_mistake() {
        OutboxEvent event = TestEvents.event("published", "c:5", "x");

        assertThatThrownBy(() ->
                        VertxContextSupport.subscribeAndAwait(() -> Panache.withSession(() -> outbox.append(event))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
    }

    private static ConsumerRecord<String, byte[]> published(UUID id) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                KafkaResource.address(),
                "group.id",
                "reader-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("published"));
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            await().atMost(Duration.ofSeconds(10)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(r -> {
                    if (EnvelopeReader.read(r).id().equals(id.toString())) {
                        found.add(r);
                    }
                });
                return !found.isEmpty();
            });
            return found.getFirst();
        }
    }
}
