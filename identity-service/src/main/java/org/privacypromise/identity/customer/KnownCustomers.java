package org.privacypromise.identity.customer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.privacypromise.personaldata.BlindIndex;
import org.privacypromise.personaldata.ContactPoint;
import org.privacypromise.personaldata.ContactRef;
import org.privacypromise.personaldata.DataKey;
import org.privacypromise.personaldata.keys.SubjectKeys;

/** Who the customers are and where they are reached, for this service's other features; in the caller's session. */
@ApplicationScoped
public class KnownCustomers {

    private final ContactPointRepository contactPoints;
    private final SubjectKeys keys;
    private final BlindIndex index;

    KnownCustomers(ContactPointRepository contactPoints, SubjectKeys keys, BlindIndex index) {
        this.contactPoints = contactPoints;
        this.keys = keys;
        this.index = index;
    }

    /**
     * A contact point that a customer gave.
     *
     * @param references under every live key, the active one first
     * @param verified whether it is proven to be this customer's
     */
    public record Known(ContactPoint contactPoint, List<ContactRef> references, boolean verified, Instant recordedAt) {}

    /** Everybody who gave this contact point, verified or not, whatever key its reference was made with. */
    public Uni<List<String>> reachedBy(ContactPoint contactPoint) {
        return contactPoints
                .under(index.allVersions(contactPoint))
                .map(found ->
                        found.stream().map(one -> one.customerId).distinct().toList());
    }

    /** In the order in which they became known; none if the customer is unknown or erased. */
    public Uni<List<Known>> contactPointsOf(String customerId) {
        return keys.forReading(customerId, RecordContactPoint.ACCOUNT)
                .chain(key -> contactPoints
                        .ofCustomer(customerId)
                        .map(recorded -> key.map(k -> recorded.stream()
                                        .map(one -> known(one, k))
                                        .toList())
                                .orElse(List.of())));
    }

    private Known known(RecordedContactPoint recorded, DataKey key) {
        ContactPoint contactPoint = recorded.reveal(key);
        return new Known(contactPoint, index.allVersions(contactPoint), recorded.isVerified(), recorded.recordedAt());
    }
}
