package org.privacypromise.preferences.subjecttask;

import java.util.List;
import org.privacypromise.preferences.choice.ChoiceInForce;
import org.privacypromise.preferences.contact.ContactLinkRepository.ContactLink;
import org.privacypromise.preferences.ledger.ConsentRecord;
import org.privacypromise.preferences.propagation.Propagation;
import org.privacypromise.preferences.suppression.Suppression;

/** Everything that this service holds about one person. */
record HeldAboutSomebody(
        List<ChoicesOf> choices,
        List<ContactLink> links,
        List<ConsentRecord> evidence,
        List<Propagation.InForce> inForce,
        List<Suppression> refusals) {

    /** What holds for a customer or at a contact point, by the key of the events; empty if nothing is held there. */
    record ChoicesOf(String key, List<ChoiceInForce> choices) {}
}
