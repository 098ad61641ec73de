package org.privacypromise.preferences.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.privacypromise.events.ContactPointRecorded;
import org.privacypromise.events.CustomerIdAllocated;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.outbox.EventHandler;
import org.privacypromise.outbox.Inbox;
import org.privacypromise.outbox.ReceivedEvent;

/** Hears from identity-service who the customers are and which contact points are theirs. */
@ApplicationScoped
class IdentityConsumer implements EventHandler {

    private final Inbox inbox;
    private final MeetCustomer meetCustomer;

    IdentityConsumer(Inbox inbox, MeetCustomer meetCustomer) {
        this.inbox = inbox;
        this.meetCustomer = meetCustomer;
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
        byte[] payload = event.payload();
        EventType type = EventType.named(event.type()).orElse(null);
        if (payload == null) {
            return Uni.createFrom().voidItem();
        }
        if (type == EventType.CUSTOMER_ID_ALLOCATED) {
            return meetCustomer.allocated(EventJson.read(CustomerIdAllocated.class, payload));
        }
        if (type == EventType.CONTACT_POINT_RECORDED) {
            return meetCustomer.reachedBy(EventJson.read(ContactPointRecorded.class, payload));
        }
        return Uni.createFrom().voidItem();
    }
}
