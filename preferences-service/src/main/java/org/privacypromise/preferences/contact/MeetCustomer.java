package org.privacypromise.preferences.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.privacypromise.events.ContactPointRecorded;
import org.privacypromise.events.CustomerIdAllocated;
import org.privacypromise.events.EventKey;
import org.privacypromise.preferences.choice.ChangeChoices;
import org.privacypromise.preferences.choice.PreferencesRepository;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.register.PurposeRegister;

/**
 * Gets to know a customer: tells the systems what holds for somebody who has not chosen yet, and carries over what was
 * refused at a contact point before we knew whose it is. What was allowed there is not carried over: the most protective
 * choice wins.
 */
@ApplicationScoped
class MeetCustomer {

    /** The language of a choice for which nobody read anything (BCP 47: undetermined). */
    private static final String NO_LANGUAGE = "und";

    private final ContactLinkRepository links;
    private final PreferencesRepository preferences;
    private final ChangeChoices changeChoices;
    private final PurposeRegister register;
    private final Clock clock;

    MeetCustomer(
            ContactLinkRepository links,
            PreferencesRepository preferences,
            ChangeChoices changeChoices,
            PurposeRegister register,
            Clock clock) {
        this.links = links;
        this.preferences = preferences;
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
        return links.link(event.contactRef(), event.customerId(), event.kind().name())
                .chain(() -> preferences.findById(EventKey.ofContactPoint(event.contactRef())))
                .chain(found -> found == null
                        ? Uni.createFrom().voidItem()
                        : carryOver(found.matrix().refusals(), event));
    }

    private Uni<Void> carryOver(List<Decision> refusals, ContactPointRecorded event) {
        Evidence evidence =
                new Evidence(Source.SUPPRESSION, event.contactRef(), register.version(), NO_LANGUAGE, clock.instant());
        return changeChoices
                .change(EventKey.ofCustomer(event.customerId()), refusals, evidence)
                .replaceWithVoid();
    }
}
