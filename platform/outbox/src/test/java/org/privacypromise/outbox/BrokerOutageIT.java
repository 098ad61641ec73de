package org.privacypromise.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.privacypromise.teststack.KafkaBroker;
import org.privacypromise.teststack.KafkaTopics;

/** Kafka goes away while the service writes, and comes back. */
class BrokerOutageIT {

    @Test
    void writes_succeed_while_the_broker_is_away_and_are_published_when_it_is_back(@TempDir Path folder)
            throws Exception {
        int port = freePort();
        int controllerPort = freePort();
        String address = "127.0.0.1:" + port;
        OutboxDatabase database = new OutboxDatabase();
        OutboxRelay relay = new OutboxRelay(
                database.pool("relay"),
                new FencingProducer(HookedProducer.of(address, "outage", HookedProducer.Hook.NONE)),
                new EnvelopeWriter("test"),
                100,
                Duration.ZERO,
                OutboxRelay.LOCK_PATIENCE);
        RelayLoop loop = new RelayLoop(relay::publishBatch, database.vertx(), Duration.ofMillis(200), Duration.ZERO);

        // Given
        KafkaBroker broker = KafkaBroker.durable(folder, port, controllerPort);
        KafkaTopics.create(address, "outage");
        loop.start();
        write(database, 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> database.count("SELECT count(*) FROM outbox") == 0);

        // When
        broker.close();
        for (int version = 2; version <= 20; version++) {
            write(database, version);
        }
        loop.nudge();
        assertThat(database.count("SELECT count(*) FROM outbox")).isEqualTo(19);
        broker = KafkaBroker.durable(folder, port, controllerPort);

        // Then
        await().atMost(Duration.ofSeconds(60)).until(() -> database.count("SELECT count(*) FROM outbox") == 0);
        List<Integer> versions = TopicReader.versionsByKey(TopicReader.readAll(address, "outage"))
                .get("c:1");
        assertThat(versions)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());

        loop.stop();
        relay.close();
        database.close();
        broker.close();
    }

    private static void write(OutboxDatabase database, int version) throws Exception {
        try (Connection connection = database.connect()) {
            OutboxDatabase.append(connection, TestEvents.event("outage", "c:1", String.valueOf(version)));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
