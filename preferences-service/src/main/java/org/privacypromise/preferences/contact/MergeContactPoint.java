package org.privacypromise.preferences.contact;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.privacypromise.events.EventKey;
import org.privacypromise.preferences.choice.ChangeChoices;
import org.privacypromise.preferences.choice.ChoicePolicy;
import org.privacypromise.preferences.choice.Preferences;
import org.privacypromise.preferences.choice.PreferencesRepository;
import org.privacypromise.preferences.choice.matrix.Choice;
import org.privacypromise.preferences.choice.matrix.ChoiceMatrix;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.MostProtective;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.preferences.suppression.Suppression;
import org.privacypromise.preferences.suppression.SuppressionRepository;
import org.privacypromise.register.PurposeRegister;

/**
 * Makes one of what was chosen at a contact point and by the customer it belongs to: the most protective choice wins, and
 * the customer is shown where they differ. In the caller's transaction, who has taken a turn at the contact point.
 */
@ApplicationScoped
class MergeContactPoint {

    /** The language of a choice for which nobody read anything (BCP 47: undetermined). */
    private static final String NO_LANGUAGE = "und";

    private final PreferencesRepository preferences;
    private final SuppressionRepository suppressions;
    private final ChangeChoices changeChoices;
    private final ChoicePolicy policy;
    private final PurposeRegister register;
    private final Clock clock;

    MergeContactPoint(
            PreferencesRepository preferences,
            SuppressionRepository suppressions,
            ChangeChoices changeChoices,
            ChoicePolicy policy,
            PurposeRegister register,
            Clock clock) {
        this.preferences = preferences;
        this.suppressions = suppressions;
        this.changeChoices = changeChoices;
        this.policy = policy;
        this.register = register;
        this.clock = clock;
    }

    /** @param part how much of it is the customer's to take over */
    Uni<Void> merge(String contactRef, String customerId, UnaryOperator<MostProtective> part) {
        Instant now = clock.instant();
        return choicesAt(contactRef)
                .chain(there -> changeChoices
                        .introduce(EventKey.ofCustomer(customerId), now)
                        .chain(here -> here == null
                                ? Uni.createFrom().voidItem()
                                : apply(
                                        contactRef,
                                        here,
                                        part.apply(MostProtective.of(here.matrix(), here.memory(), there, now)),
                                        now)));
    }

    /** What was chosen there, by whoever is reached by it or was before an erasure; the newer word counts. */
    Uni<ChoiceMatrix> choicesAt(String contactRef) {
        return preferences
                .findById(EventKey.ofContactPoint(contactRef))
                .chain(found -> suppressions.of(List.of(contactRef)).map(suppressed -> {
                    List<Choice> choices = new ArrayList<>();
                    suppressed.forEach(no -> choices.add(choice(no)));
                    if (found != null) {
                        choices.addAll(found.matrix().choices());
                    }
                    return ChoiceMatrix.of(choices);
                }));
    }

    private Choice choice(Suppression no) {
        return new Choice(
                no.cell().purpose(),
                no.cell().channel(),
                no.cell().brand(),
                false,
                no.since(),
                Source.SUPPRESSION,
                register.version(),
                NO_LANGUAGE);
    }

    private Uni<Void> apply(String contactRef, Preferences customer, MostProtective merged, Instant now) {
        return changeChoices
                .change(
                        customer.key(),
                        merged.refusedHere(),
                        new Evidence(Source.SUPPRESSION, contactRef, register.version(), NO_LANGUAGE, now))
                .chain(() -> allow(contactRef, customer.key(), merged.allowedHere(), now))
                .chain(() -> refuseThere(contactRef, merged.refusedThere(), now))
                .chain(() -> merged.conflicts().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : changeChoices.remember(customer.key(), memory -> memory.with(merged.conflicts())));
    }

    /** Each allowance with what the person had read then. */
    private Uni<Void> allow(String contactRef, String key, List<Choice> allowances, Instant now) {
        return Multi.createFrom()
                .iterable(allowances)
                .filter(choice -> policy.stillCovers(choice.cell(), choice.noticeVersion()))
                .onItem()
                .transformToUniAndConcatenate(choice -> changeChoices.change(
                        key,
                        List.of(new Decision(choice.cell(), true)),
                        new Evidence(Source.MERGE, contactRef, choice.noticeVersion(), choice.language(), now),
                        Map.of(
                                "allowedBy",
                                choice.source().name(),
                                "allowedAt",
                                choice.since().toString())))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> refuseThere(String contactRef, List<Decision> refusals, Instant now) {
        return refusals.isEmpty()
                ? Uni.createFrom().voidItem()
                : changeChoices
                        .change(
                                EventKey.ofContactPoint(contactRef),
                                refusals,
                                new Evidence(Source.MERGE, contactRef, register.version(), NO_LANGUAGE, now))
                        .replaceWithVoid();
    }
}
