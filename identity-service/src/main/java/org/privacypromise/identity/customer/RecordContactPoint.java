package org.privacypromise.identity.customer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.privacypromise.personaldata.BlindIndex;
import org.privacypromise.personaldata.ContactPoint;
import org.privacypromise.personaldata.RetentionClass;
import org.privacypromise.personaldata.keys.SubjectKeys;

/** Writes down, once, that a customer can be reached somewhere; the caller holds the customer's lock. */
@ApplicationScoped
class RecordContactPoint {

    static final RetentionClass ACCOUNT = new RetentionClass("account");

    private final ContactPointRepository contactPoints;
    private final SubjectKeys keys;
    private final BlindIndex index;
    private final PublishIdentityEvent events;
    private final Clock clock;

    RecordContactPoint(
            ContactPointRepository contactPoints,
            SubjectKeys keys,
            BlindIndex index,
            PublishIdentityEvent events,
            Clock clock) {
        this.contactPoints = contactPoints;
        this.keys = keys;
        this.index = index;
        this.events = events;
        this.clock = clock;
    }

    /** As the customer gave it. */
    Uni<Void> record(Customer customer, ContactPoint given) {
        return contactPoints
                .find(customer.id, index.allVersions(given))
                .chain(known -> known != null ? Uni.createFrom().voidItem() : recordNew(customer, given));
    }

    private Uni<Void> recordNew(Customer customer, ContactPoint given) {
        return keys.forWriting(customer.id, ACCOUNT)
                .map(key -> new RecordedContactPoint(customer.id, given, index.of(given), key, clock.instant()))
                .chain(recorded -> contactPoints.persist(recorded))
                .chain(recorded ->
                        events.publish(customer.recorded(recorded, index.allVersions(given), clock.instant())));
    }

    /** As proven to be the customer's. */
    Uni<Void> verify(Customer customer, ContactPoint proven) {
        return contactPoints.find(customer.id, index.allVersions(proven)).chain(known -> {
            if (known == null || known.isVerified()) {
                return Uni.createFrom().voidItem();
            }
            known.verify(clock.instant());
            known.toldUnder(index.activeVersion());
            return events.publish(customer.recorded(known, index.allVersions(proven), clock.instant()));
        });
    }
}
