package org.privacypromise.outbox;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ParkedEventRepository implements PanacheRepositoryBase<ParkedEvent, Long> {

    private static final String OF_LANE = "consumer = ?1 and topic = ?2 and key = ?3";
    private static final String LOCK_KEY = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1, 0))";

    /**
     * Keeps everybody else, until the transaction ends, from parking or replaying events of this lane: or an event could
     * be parked behind a last one that is just being replayed, and wait for ever.
     */
    Uni<Void> lock(Lane lane) {
        return getSession()
                .chain(session -> session.createNativeQuery(LOCK_KEY, Integer.class)
                        .setParameter(1, "parked " + lane)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** An event without a key is in no order, so it neither waits nor makes others wait. */
    Uni<Boolean> blocks(Lane lane) {
        return lane.key().isEmpty()
                ? Uni.createFrom().item(false)
                : waiting(lane).map(waiting -> waiting > 0);
    }

    Uni<Long> waiting(Lane lane) {
        return count(OF_LANE, lane.consumer(), lane.topic(), lane.key());
    }

    Uni<@Nullable ParkedEvent> firstOf(Lane lane) {
        return find(OF_LANE + " order by id", lane.consumer(), lane.topic(), lane.key())
                .firstResult();
    }

    Uni<List<ParkedEvent>> page(long after, int limit) {
        return find("id > ?1 order by id", after).page(Page.ofSize(limit)).list();
    }
}
