package org.privacypromise.preferences.choice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.ledger.ConsentRecord;
import org.privacypromise.preferences.ledger.ConsentRecordRepository;

/** What every change brings with it, in the transaction that makes it: its evidence, and the events about it. */
@ApplicationScoped
class RecordChange {

    private final ConsentRecordRepository ledger;
    private final PreferencesEvents events;
    private final TellUntold untold;

    RecordChange(ConsentRecordRepository ledger, PreferencesEvents events, TellUntold untold) {
        this.ledger = ledger;
        this.events = events;
        this.untold = untold;
    }

    /** @param changes what has really changed; nothing happens if there is nothing */
    Uni<Void> record(Preferences subject, List<Decision> changes, Evidence evidence, Map<String, String> details) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return untold.changesOf(subject).chain(() -> {
            ConsentRecord record = subject.recordOf(changes, evidence, details);
            return ledger.append(record).chain(() -> events.change(record, subject));
        });
    }
}
