package org.privacypromise.preferences.contact;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.privacypromise.events.EventKey;
import org.privacypromise.preferences.choice.ChangeChoices;
import org.privacypromise.preferences.choice.Preferences;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.ChoiceMatrix;
import org.privacypromise.preferences.choice.matrix.Conflict;
import org.privacypromise.preferences.choice.matrix.Conflict.Winner;
import org.privacypromise.preferences.choice.matrix.Conflict.Word;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.MostProtective;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.preferences.suppression.Suppression;
import org.privacypromise.preferences.suppression.Suppression.Reason;
import org.privacypromise.preferences.suppression.SuppressionRepository;

/**
 * What somebody decides who is known by a contact point only, and what that means for customers it belongs to: a no counts
 * for all of them, a yes for nobody who has said no. In the caller's transaction, who has taken a turn at the contact
 * point.
 */
@ApplicationScoped
public class DecideAtContactPoint {

    private final ContactLinkRepository links;
    private final MergeContactPoint mergeContactPoint;
    private final ChangeChoices changeChoices;
    private final SuppressionRepository suppressions;

    DecideAtContactPoint(
            ContactLinkRepository links,
            MergeContactPoint mergeContactPoint,
            ChangeChoices changeChoices,
            SuppressionRepository suppressions) {
        this.links = links;
        this.mergeContactPoint = mergeContactPoint;
        this.changeChoices = changeChoices;
        this.suppressions = suppressions;
    }

    /** What was chosen there so far. */
    public Uni<ChoiceMatrix> choicesAt(String contactRef) {
        return mergeContactPoint.choicesAt(contactRef);
    }

    /** Of somebody who was erased nothing comes back, and the no is remembered all the same. */
    public Uni<Void> refuse(String contactRef, Collection<Cell> cells, Evidence evidence, Map<String, String> details) {
        List<Decision> refusals =
                cells.stream().map(cell -> new Decision(cell, false)).toList();
        if (refusals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return changeChoices
                .change(EventKey.ofContactPoint(contactRef), refusals, evidence, details)
                .chain(changed -> changed == null
                        ? suppress(contactRef, cells, evidence)
                        : Uni.createFrom().voidItem())
                .chain(() -> links.customersOf(contactRef))
                .chain(customers -> Multi.createFrom()
                        .iterable(customers)
                        .onItem()
                        .transformToUniAndConcatenate(customer -> refuse(customer, refusals, evidence, details))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> suppress(String contactRef, Collection<Cell> cells, Evidence evidence) {
        Reason reason = evidence.source() == Source.UNSUBSCRIBE_LINK ? Reason.UNSUBSCRIBE_LINK : Reason.FORM;
        return suppressions.add(cells.stream()
                .map(cell -> new Suppression(contactRef, cell, evidence.at(), reason))
                .toList());
    }

    private Uni<Void> refuse(
            String customerId, List<Decision> refusals, Evidence evidence, Map<String, String> details) {
        String key = EventKey.ofCustomer(customerId);
        return changeChoices.introduce(key, evidence.at()).chain(customer -> {
            if (customer == null) {
                return Uni.createFrom().voidItem();
            }
            List<Conflict> conflicts = conflicts(customer, refusals, evidence, Winner.THERE);
            return changeChoices
                    .change(key, refusals, evidence, details)
                    .chain(() -> changeChoices.remember(key, memory -> memory.with(conflicts)));
        });
    }

    /** Returns what is allowed there now: all but what a customer has refused who has proven that it is theirs. */
    public Uni<List<Cell>> allow(
            String contactRef, Collection<Cell> cells, Evidence evidence, Map<String, String> details) {
        return links.provenCustomersOf(contactRef)
                .chain(customers -> without(cells, customers, evidence)
                        .chain(allowed -> allowed.isEmpty()
                                ? Uni.createFrom().item(allowed)
                                : allowAt(contactRef, allowed, evidence, details)
                                        .chain(() -> tell(contactRef, customers))
                                        .replaceWith(allowed)));
    }

    private Uni<List<Cell>> without(Collection<Cell> cells, List<String> customers, Evidence evidence) {
        List<Cell> left = new ArrayList<>(cells);
        List<Decision> allowances =
                cells.stream().map(cell -> new Decision(cell, true)).toList();
        return Multi.createFrom()
                .iterable(customers)
                .onItem()
                .transformToUniAndConcatenate(customer -> refusedBy(customer, allowances, evidence))
                .onItem()
                .invoke(left::removeAll)
                .collect()
                .last()
                .replaceWith(left);
    }

    /** What the customer has said no to; they are shown that somebody said yes at their contact point. */
    private Uni<List<Cell>> refusedBy(String customerId, List<Decision> allowances, Evidence evidence) {
        String key = EventKey.ofCustomer(customerId);
        return changeChoices.introduce(key, evidence.at()).chain(customer -> {
            List<Conflict> conflicts =
                    customer == null ? List.of() : conflicts(customer, allowances, evidence, Winner.HERE);
            return conflicts.isEmpty()
                    ? Uni.createFrom().item(List.of())
                    : changeChoices
                            .remember(key, memory -> memory.with(conflicts))
                            .replaceWith(conflicts.stream().map(Conflict::cell).toList());
        });
    }

    private Uni<Void> allowAt(String contactRef, List<Cell> cells, Evidence evidence, Map<String, String> details) {
        String key = EventKey.ofContactPoint(contactRef);
        List<Decision> allowances =
                cells.stream().map(cell -> new Decision(cell, true)).toList();
        return changeChoices
                .introduceAgain(key, evidence.at())
                .chain(() -> suppressions.lift(contactRef, cells))
                .chain(() -> changeChoices.change(key, allowances, evidence, details))
                .replaceWithVoid();
    }

    private Uni<Void> tell(String contactRef, List<String> customers) {
        return Multi.createFrom()
                .iterable(customers)
                .onItem()
                .transformToUniAndConcatenate(
                        customer -> mergeContactPoint.merge(contactRef, customer, MostProtective::allowancesOnly))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static List<Conflict> conflicts(
            Preferences customer, List<Decision> decisions, Evidence evidence, Winner winner) {
        List<Conflict> conflicts = new ArrayList<>();
        for (Decision decision : decisions) {
            customer.memory()
                    .wordOn(decision.cell(), customer.matrix())
                    .filter(word -> word.allowed() != decision.allowed())
                    .map(here -> Conflict.between(
                            decision.cell(),
                            here,
                            new Word(decision.allowed(), evidence.at(), evidence.source()),
                            winner,
                            evidence.at()))
                    .ifPresent(conflicts::add);
        }
        return List.copyOf(conflicts);
    }
}
