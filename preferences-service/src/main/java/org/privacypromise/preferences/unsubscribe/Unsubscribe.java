package org.privacypromise.preferences.unsubscribe;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.privacypromise.events.EventKey;
import org.privacypromise.preferences.choice.ChangeChoices;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.preferences.contact.ContactLinkRepository;
import org.privacypromise.preferences.suppression.Suppression;
import org.privacypromise.preferences.suppression.SuppressionRepository;
import org.privacypromise.preferences.unsubscribe.token.UnsubscribeToken;
import org.privacypromise.register.PurposeRegister;

/**
 * Opts a contact point, and every customer who is reached by it, out of what the link's message was about, and of
 * nothing else. All of it or nothing; twice is the same as once.
 */
@ApplicationScoped
class Unsubscribe {

    /** What the reader of a message had before their eyes is not known (BCP 47: undetermined). */
    private static final String UNKNOWN_LANGUAGE = "und";

    private final ContactLinkRepository contacts;
    private final ChangeChoices changeChoices;
    private final SuppressionRepository suppressions;
    private final PurposeRegister register;
    private final Clock clock;

    Unsubscribe(
            ContactLinkRepository contacts,
            ChangeChoices changeChoices,
            SuppressionRepository suppressions,
            PurposeRegister register,
            Clock clock) {
        this.contacts = contacts;
        this.changeChoices = changeChoices;
        this.suppressions = suppressions;
        this.register = register;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> by(UnsubscribeToken token) {
        Evidence evidence = new Evidence(
                Source.UNSUBSCRIBE_LINK, token.contactRef(), register.version(), UNKNOWN_LANGUAGE, clock.instant());
        Cell cell = new Cell(token.purpose(), token.channel(), token.brand());
        // The contact point first, then its customers in a fixed order: two links at once cannot lock each other out.
        return changeChoices
                .takeTurnAt(token.contactRef())
                .chain(() -> atContactPoint(token.contactRef(), cell, evidence))
                .chain(() -> contacts.customersOf(token.contactRef()))
                .onItem()
                .transformToMulti(customers -> Multi.createFrom().iterable(customers))
                .onItem()
                .transformToUniAndConcatenate(
                        customer -> changeChoices.change(EventKey.ofCustomer(customer), refusal(cell), evidence))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Of somebody who was erased nothing comes back, and the no is remembered all the same. */
    private Uni<Void> atContactPoint(String contactRef, Cell cell, Evidence evidence) {
        return changeChoices
                .change(EventKey.ofContactPoint(contactRef), refusal(cell), evidence)
                .chain(changed -> changed == null
                        ? suppressions.add(List.of(
                                new Suppression(contactRef, cell, evidence.at(), Suppression.Reason.UNSUBSCRIBE_LINK)))
                        : Uni.createFrom().voidItem());
    }

    private static List<Decision> refusal(Cell cell) {
        return List.of(new Decision(cell, false));
    }
}
