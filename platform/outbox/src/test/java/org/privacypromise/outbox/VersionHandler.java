package org.privacypromise.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.Random;

/** Writes each version down, and now and then loses its database after that. */
final class VersionHandler implements EventHandler {

    private final String consumer;
    private final Random random;

    VersionHandler(String consumer, long seed) {
        this.consumer = consumer;
        this.random = new Random(seed);
    }

    @Override
    public String consumer() {
        return consumer;
    }

    @Override
    public Uni<Void> handle(ReceivedEvent event) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "INSERT INTO note (event_id, note_key, text) VALUES (?1, ?2, ?3)")
                        .setParameter(1, event.id())
                        .setParameter(2, consumer + " " + event.key())
                        .setParameter(3, new String(event.payload(), UTF_8))
                        .executeUpdate())
                .chain(() -> random.nextInt(50) == 0
                        ? Uni.createFrom().failure(new IOException("connection reset"))
                        : Uni.createFrom().voidItem());
    }
}
