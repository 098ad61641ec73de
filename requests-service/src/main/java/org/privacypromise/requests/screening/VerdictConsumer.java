package org.privacypromise.requests.screening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.events.ScreeningConcluded;
import org.privacypromise.outbox.EventHandler;
import org.privacypromise.outbox.Inbox;
import org.privacypromise.outbox.PoisonEventException;
import org.privacypromise.outbox.ReceivedEvent;

/** Hears from fraud-check-service what screenings came to. */
@ApplicationScoped
class VerdictConsumer implements EventHandler {

    private final Inbox inbox;
    private final TakeVerdict takeVerdict;

    VerdictConsumer(Inbox inbox, TakeVerdict takeVerdict) {
        this.inbox = inbox;
        this.takeVerdict = takeVerdict;
    }

    @Incoming("verdicts")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbox.receive(this, record);
    }

    @Override
    public String consumer() {
        return "verdicts";
    }

    @Override
    public Uni<Void> handle(ReceivedEvent event) {
        if (!event.type().equals(EventType.SCREENING_CONCLUDED.typeName()) || event.payload() == null) {
            return Uni.createFrom().voidItem();
        }
        ScreeningConcluded told = EventJson.read(ScreeningConcluded.class, event.payload());
        // Those of verification attempts are not about us.
        return told.subject() == ScreeningConcluded.Subject.REQUEST
                ? takeVerdict.take(requestOf(told), Verdict.of(told))
                : Uni.createFrom().voidItem();
    }

    private static UUID requestOf(ScreeningConcluded told) {
        if (told.verdict() == ScreeningConcluded.Verdict.UNKNOWN
                || told.decidedBy() == ScreeningConcluded.DecidedBy.UNKNOWN) {
            throw new PoisonEventException("a verdict that this version does not know");
        }
        try {
            return UUID.fromString(told.screeningId());
        } catch (IllegalArgumentException e) {
            throw new PoisonEventException("the screening's ID is no request's");
        }
    }
}
