package org.privacypromise.requests.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.events.VerificationConcluded;
import org.privacypromise.outbox.EventHandler;
import org.privacypromise.outbox.Inbox;
import org.privacypromise.outbox.ReceivedEvent;

/** Hears from identity-service how verifications end. */
@ApplicationScoped
class IdentityConsumer implements EventHandler {

    private final Inbox inbox;
    private final ConcludeVerification conclude;

    IdentityConsumer(Inbox inbox, ConcludeVerification conclude) {
        this.inbox = inbox;
        this.conclude = conclude;
    }

    @Incoming("identity-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbox.receive(this, record);
    }

    @Override
    public String consumer() {
        return "identity-events";
    }

    @Override
    public Uni<Void> handle(ReceivedEvent event) {
        return event.type().equals(EventType.VERIFICATION_CONCLUDED.typeName()) && event.payload() != null
                ? conclude.hear(EventJson.read(VerificationConcluded.class, event.payload()))
                : Uni.createFrom().voidItem();
    }
}
