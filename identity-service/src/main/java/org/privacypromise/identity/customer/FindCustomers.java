package org.privacypromise.identity.customer;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.personaldata.BlindIndex;
import org.privacypromise.personaldata.ContactPoint;
import org.privacypromise.personaldata.InvalidContactPointException;

/** Finds the customers who gave a contact point: customer care knows a caller by nothing else. Every look-up is logged. */
@ApplicationScoped
class FindCustomers {

    private static final Logger LOG = Logger.getLogger(FindCustomers.class);

    private final ContactPointRepository contactPoints;
    private final BlindIndex index;
    private final IdentityConfig config;

    FindCustomers(ContactPointRepository contactPoints, BlindIndex index, IdentityConfig config) {
        this.contactPoints = contactPoints;
        this.index = index;
        this.config = config;
    }

    /** @param lookedUpBy the account that asks */
    Uni<FoundView> find(NewPurchase.Typed typed, String lookedUpBy) {
        ContactPoint contactPoint = read(typed);
        return Panache.withSession(() -> contactPoints.under(index.allVersions(contactPoint)))
                .map(FoundView::from)
                .invoke(found -> LOG.infof(
                        "Account %s looked up a contact point (%s) and found %d customers",
                        lookedUpBy, contactPoint.kind(), found.customers().size()));
    }

    private ContactPoint read(NewPurchase.Typed typed) {
        try {
            return ContactPoint.parse(
                    typed.kind(), typed.value(), config.phoneRegion().orElse(null));
        } catch (InvalidContactPointException e) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Correct the named fields and send it again.",
                    new Problem.Fault("/value", String.valueOf(e.getMessage())));
        }
    }

    /** IDs only, the oldest first. */
    record FoundView(List<Found> customers) {

        /** @param verified whether the contact point is proven to be this customer's */
        record Found(String customerId, boolean verified) {}

        static FoundView from(List<RecordedContactPoint> found) {
            return new FoundView(found.stream()
                    .map(one -> new Found(one.customerId, one.isVerified()))
                    .toList());
        }
    }
}
