package org.privacypromise.preferences.subjecttask;

import java.util.List;
import org.privacypromise.preferences.alert.StockAlert;
import org.privacypromise.preferences.choice.ChoiceInForce;
import org.privacypromise.preferences.contact.ContactLinkRepository.ContactLink;
import org.privacypromise.preferences.guest.PendingOptIn;
import org.privacypromise.preferences.leak.Incidents;
import org.privacypromise.preferences.ledger.ConsentRecord;
import org.privacypromise.preferences.legacyimport.StagedChoice;
import org.privacypromise.preferences.propagation.Propagation;
import org.privacypromise.preferences.suppression.Suppression;

/** Everything that this service holds about one person. */
record HeldAboutSomebody(
        List<ChoicesOf> choices,
        List<ContactLink> links,
        List<ConsentRecord> evidence,
        List<Propagation.InForce> inForce,
        List<Suppression> refusals,
        List<PendingOptIn> signUps,
        List<StockAlert> alerts,
        List<Incidents.Sent> sentInSpiteOfANo,
        List<StagedChoice> staged) {

    /** What holds for a customer or at a contact point, by the key of the events; empty if nothing is held there. */
    record ChoicesOf(String key, List<ChoiceInForce> choices) {}
}
