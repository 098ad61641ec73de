package org.privacypromise.identity.customer;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.identity.budget.Budgets;
import org.privacypromise.identity.budget.Charge;
import org.privacypromise.identity.budget.rate.Rate;
import org.privacypromise.personaldata.BlindIndex;
import org.privacypromise.personaldata.ContactPoint;
import org.privacypromise.personaldata.ContactRef;
import org.privacypromise.personaldata.InvalidContactPointException;

/**
 * Gives a contact point's reference. Whoever could ask without end could try every address against the references seen in
 * events, so each client has a budget.
 */
@ApplicationScoped
class NameContactPoint {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Budgets budgets;
    private final BlindIndex index;
    private final IdentityConfig config;

    NameContactPoint(Budgets budgets, BlindIndex index, IdentityConfig config) {
        this.budgets = budgets;
        this.index = index;
        this.config = config;
    }

    Uni<ContactRef> name(String client, NewPurchase.Typed typed) {
        ContactPoint contactPoint = read(typed);
        Charge charge = new Charge("contact-ref", client, new Rate(config.contactRefsPerMinute(), A_MINUTE));
        return Panache.withTransaction(() -> budgets.charge(List.of(charge))).map(charged -> index.of(contactPoint));
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
}
