package org.privacypromise.preferences.softoptin;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.EventKey;
import org.privacypromise.preferences.choice.ChangeChoices;
import org.privacypromise.preferences.choice.ChoicePolicy;
import org.privacypromise.preferences.choice.Preferences;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Choice;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.preferences.softoptin.SoftOptInView.Outcome;
import org.privacypromise.preferences.softoptin.SoftOptInView.SoftOptInChoiceView;

/** Allows after a sale what the customer has never decided on; a no stays a no, however much they buy. */
@ApplicationScoped
class AcceptSoftOptIn {

    private final ChangeChoices changeChoices;
    private final ChoicePolicy choicePolicy;
    private final Clock clock;

    AcceptSoftOptIn(ChangeChoices changeChoices, ChoicePolicy choicePolicy, Clock clock) {
        this.changeChoices = changeChoices;
        this.choicePolicy = choicePolicy;
        this.clock = clock;
    }

    /** Null for somebody who was erased. */
    Uni<@Nullable SoftOptInView> accept(SoftOptIn sale) {
        String key = EventKey.ofCustomer(sale.customerId());
        Instant now = clock.instant();
        return Panache.withTransaction(() -> changeChoices
                .introduce(key, now)
                .chain(customer -> customer == null ? Uni.createFrom().nullItem() : accept(sale, key, customer, now)));
    }

    private Uni<SoftOptInView> accept(SoftOptIn sale, String key, Preferences customer, Instant now) {
        List<SoftOptInChoiceView> outcomes = sale.cells().stream()
                .map(cell -> SoftOptInChoiceView.of(cell, outcome(customer, cell)))
                .toList();
        List<Decision> allowances = sale.cells().stream()
                .filter(cell -> outcome(customer, cell) == Outcome.ALLOWED)
                .map(cell -> new Decision(cell, true))
                .toList();
        Evidence evidence =
                new Evidence(Source.SOFT_OPT_IN, sale.customerId(), sale.noticeVersion(), sale.language(), now);
        return changeChoices.change(key, allowances, evidence, sale.details()).replaceWith(new SoftOptInView(outcomes));
    }

    private Outcome outcome(Preferences customer, Cell cell) {
        Choice choice = customer.matrix().at(cell).orElse(null);
        if (choice == null) {
            return customer.memory().wantsNothing() ? Outcome.REFUSED : Outcome.ALLOWED;
        }
        return choice.allowed() && choicePolicy.stillCovers(cell, choice.noticeVersion())
                ? Outcome.ALLOWED_BEFORE
                : Outcome.REFUSED;
    }
}
