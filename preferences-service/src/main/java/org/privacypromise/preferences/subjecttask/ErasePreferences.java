package org.privacypromise.preferences.subjecttask;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.privacypromise.events.EventKey;
import org.privacypromise.events.SubjectTask.Exemption;
import org.privacypromise.preferences.choice.ForgetChoices;
import org.privacypromise.preferences.choice.Preferences;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.contact.ContactLinkRepository;
import org.privacypromise.preferences.contact.ContactLinkRepository.ContactLink;
import org.privacypromise.preferences.leak.Incidents;
import org.privacypromise.preferences.legacyimport.StagedChoice;
import org.privacypromise.preferences.legacyimport.StagedChoiceRepository;
import org.privacypromise.preferences.propagation.Propagation;
import org.privacypromise.subjecttasks.Erasure;
import org.privacypromise.subjecttasks.Subject;

/**
 * Forgets somebody: the choices, by what they are reached, what the systems acknowledged. Two things outlive it, if the
 * task allows it: each no, by contact reference, and the evidence for its time.
 */
@ApplicationScoped
class ErasePreferences {

    private final ForgetChoices forgetChoices;
    private final ContactLinkRepository contacts;
    private final Propagation propagation;
    private final ParkedRemainsRepository parked;
    private final ForgetWishes forgetWishes;
    private final Incidents incidents;
    private final StagedChoiceRepository staged;
    private final KeepExemptions keepExemptions;
    private final Clock clock;

    ErasePreferences(
            ForgetChoices forgetChoices,
            ContactLinkRepository contacts,
            Propagation propagation,
            ParkedRemainsRepository parked,
            ForgetWishes forgetWishes,
            Incidents incidents,
            StagedChoiceRepository staged,
            KeepExemptions keepExemptions,
            Clock clock) {
        this.forgetChoices = forgetChoices;
        this.contacts = contacts;
        this.propagation = propagation;
        this.parked = parked;
        this.forgetWishes = forgetWishes;
        this.incidents = incidents;
        this.staged = staged;
        this.keepExemptions = keepExemptions;
        this.clock = clock;
    }

    Uni<Erasure> erase(Subject subject, List<Exemption> keep) {
        Instant now = clock.instant();
        List<String> keys = inTheOrderOfTurns(subject);
        return forgetAll(keys, now)
                .chain(forgotten -> contacts.of(subject.customerIds())
                        .map(links -> contactRefs(subject, links))
                        .chain(refs -> forgetRest(subject, keys, refs)
                                .chain(rest -> forgetStaged(subject, refs)
                                        .chain(waiting -> keepExemptions
                                                .keep(keys, refs, refusals(forgotten, waiting, now), keep, now)
                                                .map(kept -> new Erasure(
                                                        !forgotten.isEmpty()
                                                                || rest > 0
                                                                || !waiting.isEmpty()
                                                                || !kept.isEmpty(),
                                                        kept,
                                                        List.of()))))));
    }

    private Uni<List<StagedChoice>> forgetStaged(Subject subject, Set<String> contactRefs) {
        return staged.remove(
                Stream.concat(subject.keys().stream(), contactRefs.stream().map(EventKey::ofContactPoint))
                        .distinct()
                        .toList());
    }

    /** Each no of the person, and since when; one that was not taken over yet was one all the same. */
    private static Map<Cell, Instant> refusals(List<Preferences> forgotten, List<StagedChoice> waiting, Instant now) {
        Map<Cell, Instant> refusals = new LinkedHashMap<>();
        forgotten.stream()
                .flatMap(subject -> subject.matrix().choices().stream())
                .filter(choice -> !choice.allowed())
                .forEach(choice -> refusals.putIfAbsent(choice.cell(), choice.since()));
        waiting.stream().filter(line -> !line.allowed()).forEach(line -> refusals.putIfAbsent(line.cell(), now));
        return refusals;
    }

    // Contact points before customers, as everybody else: or two could wait for each other.
    private static List<String> inTheOrderOfTurns(Subject subject) {
        return Stream.concat(
                        subject.contactRefs().stream().sorted().map(EventKey::ofContactPoint),
                        subject.customerIds().stream().sorted().map(EventKey::ofCustomer))
                .toList();
    }

    private Uni<List<Preferences>> forgetAll(List<String> keys, Instant now) {
        List<Preferences> forgotten = new ArrayList<>();
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(key -> forgetChoices.forget(key, now))
                .onItem()
                .invoke(forgotten::add)
                .collect()
                .last()
                .replaceWith(forgotten);
    }

    private Uni<Integer> forgetRest(Subject subject, List<String> keys, Set<String> contactRefs) {
        return contacts.remove(subject.customerIds())
                .chain(links -> propagation.forget(keys).map(acknowledgements -> links + acknowledgements))
                .chain(rows -> incidents.forget(keys).map(forgotten -> rows + forgotten))
                .chain(rows -> parked.remove(keys).map(events -> rows + events))
                .chain(rows -> forgetWishes.of(subject, contactRefs).map(wishes -> rows + wishes));
    }

    private static Set<String> contactRefs(Subject subject, List<ContactLink> links) {
        Set<String> refs = new LinkedHashSet<>(subject.contactRefs());
        links.forEach(link -> refs.add(link.contactRef()));
        return refs;
    }
}
