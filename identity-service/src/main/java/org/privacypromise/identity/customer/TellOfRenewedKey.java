package org.privacypromise.identity.customer;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.BlindIndex;
import org.privacypromise.personaldata.DataKey;
import org.privacypromise.personaldata.keys.SubjectKeys;

/**
 * Tells the others under which reference each contact point is known from now on, once a newer contact key has become the
 * active one: systems name them by that, and what was said under the old one has to be found. Bit by bit; it may be told
 * twice.
 */
@ApplicationScoped
class TellOfRenewedKey {

    private static final Logger LOG = Logger.getLogger(TellOfRenewedKey.class);
    private static final int BATCH = 100;

    private final ContactPointRepository contactPoints;
    private final CustomerRepository customers;
    private final SubjectKeys keys;
    private final BlindIndex index;
    private final PublishIdentityEvent events;
    private final Clock clock;

    TellOfRenewedKey(
            ContactPointRepository contactPoints,
            CustomerRepository customers,
            SubjectKeys keys,
            BlindIndex index,
            PublishIdentityEvent events,
            Clock clock) {
        this.contactPoints = contactPoints;
        this.customers = customers;
        this.keys = keys;
        this.index = index;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(
            every = "10s",
            identity = "tell-of-renewed-contact-key",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tell() {
        return Multi.createBy()
                .repeating()
                .uni(this::batch)
                .until(told -> told < BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** How many were told; one that could not be is left for the next time. */
    private Uni<Long> batch() {
        int active = index.activeVersion();
        return Panache.withSession(() -> contactPoints.toldBefore(active, BATCH))
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(one -> tell(one, active))
                .filter(told -> told)
                .collect()
                .with(Collectors.counting());
    }

    private Uni<Boolean> tell(RecordedContactPoint found, int active) {
        return Panache.withTransaction(() -> customers
                        .lock(found.customerId)
                        .chain(customer -> contactPoints
                                .findById(found.id)
                                .chain(known -> keys.forReading(found.customerId, RecordContactPoint.ACCOUNT)
                                        .chain(key -> tell(customer, known, key.orElse(null), active)))))
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(fault -> {
                    LOG.warnf(
                            "A contact point of customer %s is not told under the new key yet (%s): will be tried again",
                            found.customerId, fault.getClass().getSimpleName());
                    return false;
                });
    }

    /** Nothing to tell of somebody who was erased meanwhile. */
    private Uni<Void> tell(
            @Nullable Customer customer, @Nullable RecordedContactPoint known, @Nullable DataKey key, int active) {
        if (customer == null || known == null || key == null || known.isToldUnder(active)) {
            return Uni.createFrom().voidItem();
        }
        known.toldUnder(active);
        return events.publish(customer.recorded(known, index.allVersions(known.reveal(key)), clock.instant()));
    }
}
