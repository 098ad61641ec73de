package org.privacypromise.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes each event down once; refuses what the test says. */
@Singleton
class NoteHandler implements EventHandler {

    /** Texts that are poison until the test takes them out: as if the code were mended. */
    final Set<String> poison = ConcurrentHashMap.newKeySet();

    /** Texts whose first handling fails as a database does that is away. */
    final Set<String> stumble = ConcurrentHashMap.newKeySet();

    /** Texts on which the handler has a bug. */
    final Set<String> bug = ConcurrentHashMap.newKeySet();

    /** Texts whose handling does not return until the test completes them. */
    final Map<String, CompletableFuture<Void>> hanging = new ConcurrentHashMap<>();

    private final Inbox inbox;

    NoteHandler(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("notes")
    Uni<Void> on(ConsumerRecord<String, byte[]> kafkaRecord) {
        return inbox.receive(this, kafkaRecord);
    }

    @Override
    public String consumer() {
        return "notes";
    }

    @Override
    public Uni<Void> handle(ReceivedEvent event) {
        String text = event.payload() == null ? null : new String(event.payload(), UTF_8);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "INSERT INTO note (event_id, note_key, text) VALUES (?1, ?2, ?3)")
                        .setParameter(1, event.id())
                        .setParameter(2, event.key())
                        .setParameter(3, text)
                        .executeUpdate())
                .invoke(() -> {
                    if (text == null) {
                        return;
                    }
                    if (poison.contains(text)) {
                        throw new PoisonEventException("the text is poison");
                    }
                    if (bug.contains(text)) {
                        throw new IllegalArgumentException("secret@example.org");
                    }
                    if (stumble.remove(text)) {
                        throw new java.io.UncheckedIOException(new java.io.IOException("connection reset"));
                    }
                })
                .chain(() -> Uni.createFrom()
                        .completionStage(
                                hanging.getOrDefault(String.valueOf(text), CompletableFuture.completedFuture(null))));
    }
}
