package org.privacypromise.outbox;

import static java.util.stream.Collectors.counting;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Gives the parked events of a key to their handler again: in order, each in its own transaction, up to the first fault. */
@ApplicationScoped
class ReplayParkedEvents {

    private static final Logger LOG = Logger.getLogger(ReplayParkedEvents.class);

    private final ParkedEventRepository parked;
    private final HandlersAtWork atWork;
    private final List<EventHandler> handlers;

    ReplayParkedEvents(ParkedEventRepository parked, HandlersAtWork atWork, @All List<EventHandler> handlers) {
        this.parked = parked;
        this.atWork = atWork;
        this.handlers = handlers;
    }

    /** This service has no handler of that name any more: the events can only be dropped. */
    static final class ConsumerGoneException extends RuntimeException {
        ConsumerGoneException(String consumer) {
            super("this service no longer has the consumer " + consumer);
        }
    }

    /**
     * @param id any of the key's parked events: the oldest goes first all the same
     * @return null if it is not parked; fails with {@link ConsumerGoneException}
     */
    Uni<@Nullable ReplayView> replay(long id) {
        return Panache.withSession(() -> parked.findById(id))
                .onItem()
                .ifNotNull()
                .transformToUni(
                        event -> replay(handler(event.consumer), new Lane(event.consumer, event.topic, event.key)));
    }

    private Uni<ReplayView> replay(EventHandler handler, Lane lane) {
        return Multi.createBy()
                .repeating()
                .uni(() -> replayFirst(handler, lane))
                .whilst(handled -> handled)
                .collect()
                .with(counting())
                .chain(tries -> Panache.withSession(() -> parked.waiting(lane))
                        .map(remaining -> new ReplayView(tries.intValue() - 1, remaining)));
    }

    /** Whether there was one and it was handled. */
    private Uni<Boolean> replayFirst(EventHandler handler, Lane lane) {
        return Panache.withTransaction(() -> parked.lock(lane)
                        .chain(() -> parked.firstOf(lane))
                        .chain(first -> first == null
                                ? Uni.createFrom().item(false)
                                : atWork.handle(handler, EnvelopeReader.read(first.asReceived()))
                                        .chain(() -> parked.delete(first))
                                        .invoke(() -> LOG.infof(
                                                "Replayed parked event %d (%s) for %s",
                                                first.id, first.eventId, first.consumer))
                                        .replaceWith(true)))
                .onFailure()
                .recoverWithUni(fault -> failedAgain(lane, fault));
    }

    private Uni<Boolean> failedAgain(Lane lane, Throwable fault) {
        return Panache.withTransaction(() -> parked.firstOf(lane)
                .onItem()
                .ifNotNull()
                .invoke(first -> first.failedAgain(Fault.describe(fault)))
                .replaceWith(false));
    }

    private EventHandler handler(String consumer) {
        return handlers.stream()
                .filter(handler -> handler.consumer().equals(consumer))
                .findFirst()
                .orElseThrow(() -> new ConsumerGoneException(consumer));
    }
}
