package org.privacypromise.preferences.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.privacypromise.events.ContactPointRecorded;
import org.privacypromise.events.CustomerIdAllocated;
import org.privacypromise.events.EventKey;
import org.privacypromise.preferences.choice.ChangeChoices;
import org.privacypromise.preferences.choice.PreferencesRepository;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.preferences.suppression.Suppression;
import org.privacypromise.preferences.suppression.SuppressionRepository;
import org.privacypromise.register.PurposeRegister;

/**
 * Gets to know a customer: tells the systems what holds for somebody who has not chosen yet, and carries over what was
 * refused at a contact point before we knew whose it is, or by somebody who was reached by it and has been erased since.
 * What was allowed there is not carried over: the most protective choice wins. A late word about a customer who was erased
 * changes nothing.
 */
@ApplicationScoped
class MeetCustomer {

    /** The language of a choice for which nobody read anything (BCP 47: undetermined). */
    private static final String NO_LANGUAGE = "und";

    private final ContactLinkRepository links;
    private final PreferencesRepository preferences;
    private final SuppressionRepository suppressions;
    private final ChangeChoices changeChoices;
    private final PurposeRegister register;
    private final Clock clock;

    MeetCustomer(
            ContactLinkRepository links,
            PreferencesRepository preferences,
            SuppressionRepository suppressions,
            ChangeChoices changeChoices,
            PurposeRegister register,
            Clock clock) {
        this.links = links;
        this.preferences = preferences;
        this.suppressions = suppressions;
        this.changeChoices = changeChoices;
        this.register = register;
        this.clock = clock;
    }

    Uni<Void> allocated(CustomerIdAllocated event) {
        return changeChoices
                .introduce(EventKey.ofCustomer(event.customerId()), clock.instant())
                .replaceWithVoid();
    }

    Uni<Void> reachedBy(ContactPointRecorded event) {
        return changeChoices
                .takeTurnAt(event.contactRef())
                .chain(() -> changeChoices.introduce(EventKey.ofCustomer(event.customerId()), clock.instant()))
                .chain(customer -> customer == null ? Uni.createFrom().voidItem() : link(event));
    }

    private Uni<Void> link(ContactPointRecorded event) {
        return links.link(event.contactRef(), event.customerId(), event.kind().name())
                // Whoever is told of the same contact point again may have opted in meanwhile.
                .chain(isNew -> isNew ? carryOver(event) : Uni.createFrom().voidItem());
    }

    private Uni<Void> carryOver(ContactPointRecorded event) {
        Evidence evidence =
                new Evidence(Source.SUPPRESSION, event.contactRef(), register.version(), NO_LANGUAGE, clock.instant());
        return refusalsAt(event.contactRef())
                .chain(refusals -> changeChoices.change(EventKey.ofCustomer(event.customerId()), refusals, evidence))
                .replaceWithVoid();
    }

    private Uni<List<Decision>> refusalsAt(String contactRef) {
        return preferences
                .findById(EventKey.ofContactPoint(contactRef))
                .chain(found -> suppressions
                        .of(List.of(contactRef))
                        .map(suppressed -> Stream.concat(
                                        found == null ? Stream.<Decision>empty() : found.matrix().refusals().stream(),
                                        suppressed.stream().map(Suppression::refusal))
                                .distinct()
                                .toList()));
    }
}
