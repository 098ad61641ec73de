package org.privacypromise.preferences.subjecttask;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.privacypromise.events.EventKey;
import org.privacypromise.preferences.alert.Alerts;
import org.privacypromise.preferences.choice.ReadPreferences;
import org.privacypromise.preferences.contact.ContactLinkRepository;
import org.privacypromise.preferences.contact.ContactLinkRepository.ContactLink;
import org.privacypromise.preferences.guest.SignUps;
import org.privacypromise.preferences.leak.Incidents;
import org.privacypromise.preferences.ledger.ConsentRecordRepository;
import org.privacypromise.preferences.legacyimport.StagedChoiceRepository;
import org.privacypromise.preferences.propagation.Propagation;
import org.privacypromise.preferences.subjecttask.HeldAboutSomebody.ChoicesOf;
import org.privacypromise.preferences.suppression.SuppressionRepository;
import org.privacypromise.subjecttasks.Subject;

/** Collects everything that is held about somebody, in the caller's session, which does one thing at a time. */
@ApplicationScoped
class CollectPreferences {

    private final ReadPreferences choices;
    private final ContactLinkRepository contacts;
    private final ConsentRecordRepository ledger;
    private final Propagation propagation;
    private final SuppressionRepository suppressions;
    private final SignUps signUps;
    private final Alerts alerts;
    private final Incidents incidents;
    private final StagedChoiceRepository staged;

    CollectPreferences(
            ReadPreferences choices,
            ContactLinkRepository contacts,
            ConsentRecordRepository ledger,
            Propagation propagation,
            SuppressionRepository suppressions,
            SignUps signUps,
            Alerts alerts,
            Incidents incidents,
            StagedChoiceRepository staged) {
        this.choices = choices;
        this.contacts = contacts;
        this.ledger = ledger;
        this.propagation = propagation;
        this.suppressions = suppressions;
        this.signUps = signUps;
        this.alerts = alerts;
        this.incidents = incidents;
        this.staged = staged;
    }

    Uni<HeldAboutSomebody> about(Subject subject) {
        List<String> keys = subject.keys();
        return contacts.of(subject.customerIds())
                .chain(links -> inTurn(keys, key -> choices.inForceFor(key).map(held -> new ChoicesOf(key, held)))
                        .chain(chosen -> ledger.of(keys)
                                .chain(evidence -> inTurn(keys, propagation::inForce)
                                        .chain(inForce -> suppressions
                                                .of(contactRefs(subject, links))
                                                .chain(no -> signUps.at(contactRefs(subject, links))
                                                        .chain(asked -> alerts.of(subject.customerIds())
                                                                .chain(wanted -> incidents
                                                                        .about(keys)
                                                                        .chain(sent -> staged.about(
                                                                                        keysOf(subject, links))
                                                                                .map(waiting -> new HeldAboutSomebody(
                                                                                        chosen,
                                                                                        links,
                                                                                        evidence,
                                                                                        inForce.stream()
                                                                                                .flatMap(List::stream)
                                                                                                .toList(),
                                                                                        no,
                                                                                        asked,
                                                                                        wanted,
                                                                                        sent,
                                                                                        waiting))))))))));
    }

    private static Set<String> contactRefs(Subject subject, List<ContactLink> links) {
        Set<String> refs = new TreeSet<>(subject.contactRefs());
        links.forEach(link -> refs.add(link.contactRef()));
        return refs;
    }

    private static Set<String> keysOf(Subject subject, List<ContactLink> links) {
        Set<String> keys = new TreeSet<>(subject.keys());
        contactRefs(subject, links).forEach(ref -> keys.add(EventKey.ofContactPoint(ref)));
        return keys;
    }

    private static <T> Uni<List<T>> inTurn(List<String> keys, Function<String, Uni<? extends T>> read) {
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(read)
                .collect()
                .asList();
    }
}
