package org.privacypromise.identity.customer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.events.IdentityEvent;
import org.privacypromise.outbox.Outbox;
import org.privacypromise.outbox.OutboxEvent;

/** Tells the other services, if and only if the caller's transaction commits. */
@ApplicationScoped
public class PublishIdentityEvent {

    private final Outbox outbox;
    private final Clock clock;

    PublishIdentityEvent(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<Void> publish(IdentityEvent event) {
        EventType type = event.type();
        return outbox.append(new OutboxEvent(
                UUID.randomUUID(),
                type.topic(),
                event.key(),
                type.typeName(),
                type.schema(),
                clock.instant(),
                EventJson.write(event)));
    }
}
