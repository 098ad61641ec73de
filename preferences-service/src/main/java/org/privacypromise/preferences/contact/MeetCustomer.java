package org.privacypromise.preferences.contact;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.privacypromise.events.ContactPointRecorded;
import org.privacypromise.events.CustomerIdAllocated;
import org.privacypromise.events.EventKey;
import org.privacypromise.preferences.choice.ChangeChoices;
import org.privacypromise.preferences.choice.matrix.MostProtective;
import org.privacypromise.preferences.contact.ContactLinkRepository.News;

/**
 * Gets to know a customer: tells the systems what holds for somebody who has not chosen yet, and carries over what was
 * refused at a contact point before we knew whose it is, or by somebody who was reached by it and has been erased since.
 * What was allowed there is carried over only once the customer has proven that the contact point is theirs, and only
 * where they have not said no. While keys are renewed a contact point has several references, and what was said under any
 * of them counts. A late word about a customer who was erased changes nothing.
 */
@ApplicationScoped
class MeetCustomer {

    private final ContactLinkRepository links;
    private final MergeContactPoint mergeContactPoint;
    private final ChangeChoices changeChoices;
    private final Clock clock;

    MeetCustomer(
            ContactLinkRepository links,
            MergeContactPoint mergeContactPoint,
            ChangeChoices changeChoices,
            Clock clock) {
        this.links = links;
        this.mergeContactPoint = mergeContactPoint;
        this.changeChoices = changeChoices;
        this.clock = clock;
    }

    Uni<Void> allocated(CustomerIdAllocated event) {
        return changeChoices
                .introduce(EventKey.ofCustomer(event.customerId()), clock.instant())
                .replaceWithVoid();
    }

    Uni<Void> reachedBy(ContactPointRecorded event) {
        // All contact points before the customer, in a fixed order: nobody waits for somebody who waits for them.
        return inTurn(event.everyRef(), changeChoices::takeTurnAt)
                .chain(() -> changeChoices.introduce(EventKey.ofCustomer(event.customerId()), clock.instant()))
                .chain(customer -> customer == null
                        ? Uni.createFrom().voidItem()
                        : inTurn(event.everyRef(), ref -> link(ref, event)));
    }

    private static Uni<Void> inTurn(List<String> refs, Function<String, Uni<? extends Void>> work) {
        return Multi.createFrom()
                .iterable(refs)
                .onItem()
                .transformToUniAndConcatenate(work)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> link(String contactRef, ContactPointRecorded event) {
        return links.link(contactRef, event.customerId(), event.kind().name(), event.verified())
                .chain(news -> merge(contactRef, event, news));
    }

    private Uni<Void> merge(String contactRef, ContactPointRecorded event, News news) {
        return switch (news) {
            case LINKED ->
                mergeContactPoint.merge(
                        contactRef, event.customerId(), event.verified() ? all -> all : MostProtective::refusalsOnly);
            // Its refusals were carried over when it was linked, and the customer may have opted in since.
            case PROVEN -> mergeContactPoint.merge(contactRef, event.customerId(), MostProtective::allowancesOnly);
            case NONE -> Uni.createFrom().voidItem();
        };
    }
}
