package org.privacypromise.preferences.history;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.privacypromise.preferences.ledger.ConsentRecordRepository;
import org.privacypromise.register.PurposeRegister;

/**
 * Tells from the ledger what a subject's choices said at a moment. It works after an erasure as well: the evidence is
 * what stays.
 */
@ApplicationScoped
class ReadPastChoices {

    private final ConsentRecordRepository ledger;
    private final PurposeRegister register;

    ReadPastChoices(ConsentRecordRepository ledger, PurposeRegister register) {
        this.ledger = ledger;
        this.register = register;
    }

    @WithSession
    Uni<PastChoicesView> of(String key, Moment moment) {
        return ledger.asOf(key, moment.time()).map(records -> PastChoicesView.of(records, moment.time(), register));
    }
}
