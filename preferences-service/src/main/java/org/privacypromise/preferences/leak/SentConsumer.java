package org.privacypromise.preferences.leak;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.events.MarketingSent;
import org.privacypromise.outbox.EventHandler;
import org.privacypromise.outbox.Inbox;
import org.privacypromise.outbox.ReceivedEvent;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.propagation.Propagation;

/**
 * Hears what the systems have sent. They share a topic, so which one it was is told by the event's source: a system that
 * lies about it can accuse another, and a person looks into every incident.
 */
@ApplicationScoped
class SentConsumer implements EventHandler {

    private static final String SYSTEMS = "/systems/";

    private final Inbox inbox;
    private final Propagation propagation;
    private final DetectLeak detectLeak;

    SentConsumer(Inbox inbox, Propagation propagation, DetectLeak detectLeak) {
        this.inbox = inbox;
        this.propagation = propagation;
        this.detectLeak = detectLeak;
    }

    @Incoming("marketing-sent")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbox.receive(this, record);
    }

    @Override
    public String consumer() {
        return "marketing-sent";
    }

    @Override
    public Uni<Void> handle(ReceivedEvent event) {
        byte[] payload = event.payload();
        if (payload == null || !event.type().equals(EventType.MARKETING_SENT.typeName())) {
            return Uni.createFrom().voidItem();
        }
        MarketingSent sent = EventJson.read(MarketingSent.class, payload);
        return detectLeak.in(new Message(
                system(event.source()),
                sent.key(),
                new Cell(sent.purpose(), sent.channel(), sent.brand()),
                sent.sentAt(),
                sent.messageRef()));
    }

    private String system(String source) {
        String name = source.startsWith(SYSTEMS) ? source.substring(SYSTEMS.length()) : source;
        return propagation.isRegistered(name) ? name : Message.UNKNOWN_SYSTEM;
    }
}
