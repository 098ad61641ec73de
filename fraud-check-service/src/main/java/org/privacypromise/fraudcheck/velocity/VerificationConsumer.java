package org.privacypromise.fraudcheck.velocity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.events.VerificationConcluded;
import org.privacypromise.fraudcheck.velocity.CounterKeys.Kind;
import org.privacypromise.fraudcheck.velocity.count.Window;
import org.privacypromise.outbox.EventHandler;
import org.privacypromise.outbox.Inbox;
import org.privacypromise.outbox.ReceivedEvent;

/** Counts the verifications that ended with too many wrong codes, by the contact point that somebody tried to get at. */
@ApplicationScoped
class VerificationConsumer implements EventHandler {

    private final Inbox inbox;
    private final Velocity velocity;
    private final CounterKeys keys;
    private final Clock clock;

    VerificationConsumer(Inbox inbox, Velocity velocity, CounterKeys keys, Clock clock) {
        this.inbox = inbox;
        this.velocity = velocity;
        this.keys = keys;
        this.clock = clock;
    }

    @Incoming("identity-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbox.receive(this, record);
    }

    @Override
    public String consumer() {
        return "failed-verifications";
    }

    @Override
    public Uni<Void> handle(ReceivedEvent event) {
        if (!event.type().equals(EventType.VERIFICATION_CONCLUDED.typeName()) || event.payload() == null) {
            return Uni.createFrom().voidItem();
        }
        VerificationConcluded concluded = EventJson.read(VerificationConcluded.class, event.payload());
        Instant now = clock.instant();
        // Another machine's clock may be ahead: what has not happened yet would count for longer than it may.
        Instant at = concluded.concludedAt().isAfter(now) ? now : concluded.concludedAt();
        if (concluded.outcome() != VerificationConcluded.Outcome.FAILED || !at.isAfter(Window.LONGEST.openedAt(now))) {
            return Uni.createFrom().voidItem();
        }
        return velocity.add(new Attempt(
                Attempt.What.FAILED_VERIFICATION,
                List.of(),
                keys.of(Kind.CONTACT_POINT, concluded.contactRef()),
                List.of(),
                at));
    }
}
