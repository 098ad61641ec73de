package org.privacypromise.preferences.propagation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.privacypromise.events.ChoicesAcknowledged;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.outbox.EventHandler;
import org.privacypromise.outbox.Inbox;
import org.privacypromise.outbox.PoisonEventException;
import org.privacypromise.outbox.ReceivedEvent;
import org.privacypromise.preferences.propagation.AcknowledgementRepository.Newest;
import org.privacypromise.subjecttasks.ErasedSubjects;

/**
 * Takes the systems' acknowledgements. Which system speaks is told by its topic, which no other can write to, whatever
 * the event says. A late one about somebody who was erased changes nothing.
 */
@ApplicationScoped
class AcknowledgementConsumer implements EventHandler {

    private final Inbox inbox;
    private final AcknowledgementRepository acknowledgements;
    private final Propagation propagation;
    private final ErasedSubjects erased;
    private final Lags lags;

    AcknowledgementConsumer(
            Inbox inbox,
            AcknowledgementRepository acknowledgements,
            Propagation propagation,
            ErasedSubjects erased,
            Lags lags) {
        this.inbox = inbox;
        this.acknowledgements = acknowledgements;
        this.propagation = propagation;
        this.erased = erased;
        this.lags = lags;
    }

    @Incoming("acknowledgements")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbox.receive(this, record);
    }

    @Override
    public String consumer() {
        return "acknowledgements";
    }

    @Override
    public Uni<Void> handle(ReceivedEvent event) {
        String system = EventType.CHOICES_ACKNOWLEDGED
                .systemOf(event.topic())
                .filter(propagation::isRegistered)
                .orElseThrow(() -> new PoisonEventException("the topic belongs to no system of the purpose register"));
        if (!event.type().equals(EventType.CHOICES_ACKNOWLEDGED.typeName()) || event.payload() == null) {
            return Uni.createFrom().voidItem();
        }
        ChoicesAcknowledged said = EventJson.read(ChoicesAcknowledged.class, event.payload());
        return acknowledgements
                .newest(said.key(), system)
                .chain(newest -> newest != null && said.version() <= newest.version()
                        ? take(new Acknowledgement(system, said.key(), said.version(), said.effectiveFrom()), newest)
                        : requireErased(said.key()))
                .replaceWithVoid();
    }

    private Uni<Void> take(Acknowledgement said, Newest newest) {
        return acknowledgements
                .advance(said)
                .invoke(advance -> {
                    Instant since = said.version() == newest.version() ? newest.changedAt() : advance.openSince();
                    // Of a version that was replaced within a moment nobody knows any more when it came into being.
                    if (advance.news() && since != null) {
                        lags.record(said.system(), since, said.effectiveFrom());
                    }
                })
                .replaceWithVoid();
    }

    // Or a system could say in advance that every future change is in force there.
    private Uni<Void> requireErased(String key) {
        return erased.contains(key)
                .onItem()
                .transformToUni(gone -> gone
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .failure(new PoisonEventException(
                                        "it acknowledges a version that was never published")));
    }
}
