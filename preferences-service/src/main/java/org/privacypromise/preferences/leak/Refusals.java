package org.privacypromise.preferences.leak;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.privacypromise.preferences.choice.ChoiceInForce;
import org.privacypromise.preferences.choice.Preferences;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.leak.judgement.Said;
import org.privacypromise.preferences.ledger.ConsentRecord;
import org.privacypromise.preferences.ledger.ConsentRecordRepository;
import org.privacypromise.register.ChoiceCell;
import org.privacypromise.register.PurposeRegister;

/** What somebody has said about one choice, from the evidence. */
@ApplicationScoped
class Refusals {

    private final ConsentRecordRepository ledger;
    private final PurposeRegister register;

    Refusals(ConsentRecordRepository ledger, PurposeRegister register) {
        this.ledger = ledger;
        this.register = register;
    }

    /** @param now what holds in that cell today */
    Uni<List<Said>> about(Preferences subject, Cell cell, ChoiceInForce now) {
        return ledger.upTo(subject.key(), subject.version()).map(records -> {
            List<Said> said = new ArrayList<>();
            said.add(new Said(1, subject.createdAt(), allowedByDefault(cell)));
            records.stream()
                    .filter(record -> !record.recordedAt().isBefore(subject.createdAt()))
                    .forEach(record -> record.changes().stream()
                            .filter(change -> change.cell().equals(cell))
                            .forEach(change ->
                                    said.add(new Said(record.version(), record.recordedAt(), change.allowed()))));
            Instant since = now.since();
            // A new notice has taken an allowance back, and the systems have been told so.
            if (now.newChoiceNeeded() && since != null && subject.changedAt().isAfter(since)) {
                said.add(new Said(subject.version(), subject.changedAt(), false));
            }
            return said;
        });
    }

    /** The hash of the record that a refusal is proved by, in hexadecimal; empty if nobody said anything. */
    Uni<String> proofOf(String key, long version) {
        return ledger.upTo(key, version)
                .map(records -> records.stream()
                        .filter(record -> record.version() == version)
                        .map(ConsentRecord::hash)
                        .map(hash -> hash.hex())
                        .findFirst()
                        .orElse(""));
    }

    private boolean allowedByDefault(Cell cell) {
        return register.choice(cell.purpose(), cell.channel(), cell.brand())
                .map(ChoiceCell::allowedByDefault)
                .orElse(false);
    }
}
