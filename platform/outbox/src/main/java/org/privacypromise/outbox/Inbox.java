package org.privacypromise.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Receives events: each has its effect once per consumer, in the order of its key, whatever is repeated, crashes or
 * rebalances in between.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final OutboxConfig config;
    private final InboxJournal journal;
    private final ParkedEventRepository parked;
    private final HandlersAtWork atWork;
    private final Vertx vertx;

    Inbox(OutboxConfig config, InboxJournal journal, ParkedEventRepository parked, HandlersAtWork atWork, Vertx vertx) {
        this.config = config;
        this.journal = journal;
        this.parked = parked;
        this.atWork = atWork;
        this.vertx = vertx;
    }

    /**
     * Completes when the event is dealt with: handled, known already, or parked together with what follows for its key.
     * It does not fail: what may pass is tried again until it has, and meanwhile the partition waits.
     */
    public Uni<Void> receive(EventHandler handler, ConsumerRecord<String, byte[]> kafkaRecord) {
        Context context = vertx.getOrCreateContext();
        Delivery delivery = new Delivery(
                config.inbox().tries(),
                config.inbox().firstPause(),
                config.inbox().longestPause());
        return onContextOfItsOwn(context, () -> attempt(handler, kafkaRecord, delivery))
                .onFailure()
                .retry()
                .when(faults -> faults.onItem()
                        .transformToUniAndConcatenate(fault -> pause(afterFault(kafkaRecord, fault, delivery))));
    }

    /** A session lives in its Vert.x context, and what a failed try leaves of one there would spoil the next try. */
    private static Uni<Void> onContextOfItsOwn(Context parent, Supplier<Uni<Void>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = VertxContext.createNewDuplicatedContext(parent);
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(
                    ignored -> Uni.createFrom().deferred(work::get).subscribe().with(emitter::complete, emitter::fail));
        });
    }

    private Uni<Void> attempt(EventHandler handler, ConsumerRecord<String, byte[]> kafkaRecord, Delivery delivery) {
        Throwable verdict = delivery.verdict();
        if (verdict != null) {
            return Panache.withTransaction(() -> park(handler.consumer(), kafkaRecord, verdict));
        }
        ReceivedEvent event = EnvelopeReader.read(kafkaRecord);
        return Panache.withTransaction(() -> journal.enter(handler.consumer(), event.topic(), event.id(), event.key())
                .chain(entry -> switch (entry) {
                    case NEW -> atWork.handle(handler, event);
                    case REPEATED -> Uni.createFrom().voidItem();
                    case BEHIND_PARKED -> parkBehind(handler, kafkaRecord, event);
                }));
    }

    private Uni<Void> parkBehind(
            EventHandler handler, ConsumerRecord<String, byte[]> kafkaRecord, ReceivedEvent event) {
        Lane lane = new Lane(handler.consumer(), event.topic(), event.key());
        return parked.lock(lane)
                .chain(() -> parked.blocks(lane))
                .chain(blocked -> blocked
                        ? parked.persist(new ParkedEvent(
                                        lane.consumer(), event.id(), kafkaRecord, "behind a parked event"))
                                .replaceWithVoid()
                        : atWork.handle(handler, event));
    }

    private Uni<Void> park(String consumer, ConsumerRecord<String, byte[]> kafkaRecord, Throwable verdict) {
        String key = EnvelopeReader.key(kafkaRecord);
        String eventId = EnvelopeReader.idOrPosition(kafkaRecord);
        return parked.lock(new Lane(consumer, kafkaRecord.topic(), key))
                .chain(() -> journal.enter(consumer, kafkaRecord.topic(), eventId, key))
                .chain(entry -> entry == InboxJournal.Entry.REPEATED
                        ? Uni.createFrom().voidItem()
                        : parked.persist(new ParkedEvent(consumer, eventId, kafkaRecord, Fault.describe(verdict)))
                                .replaceWithVoid());
    }

    private Duration afterFault(ConsumerRecord<String, byte[]> kafkaRecord, Throwable fault, Delivery delivery) {
        Duration pause = delivery.after(fault);
        LOG.warnf(
                "The event at %s/%d/%d %s: %s",
                kafkaRecord.topic(),
                kafkaRecord.partition(),
                kafkaRecord.offset(),
                delivery.verdict() == null ? "will be tried again in " + pause.toMillis() + " ms" : "is parked",
                Fault.describe(fault));
        return pause;
    }

    private Uni<Long> pause(Duration pause) {
        return Uni.createFrom().emitter(next -> vertx.setTimer(Math.max(1, pause.toMillis()), next::complete));
    }
}
