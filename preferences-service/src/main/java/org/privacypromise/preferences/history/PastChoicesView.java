package org.privacypromise.preferences.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.preferences.ledger.ConsentRecord;
import org.privacypromise.register.ChoiceCell;
import org.privacypromise.register.PurposeRegister;

/**
 * What a subject's choices said at a moment, and why.
 *
 * @param version of the preferences after the last change before that moment; 0 if there had been none
 * @param registerVersion the register that says what holds where nothing was chosen: the one of today
 */
public record PastChoicesView(Instant time, long version, String registerVersion, List<PastChoice> choices) {

    /** @param records all of the subject up to that moment, in order */
    static PastChoicesView of(List<ConsentRecord> records, Instant time, PurposeRegister register) {
        Map<Cell, PastChoice> decided = new LinkedHashMap<>();
        for (ConsentRecord record : records) {
            record.changes().forEach(change -> decided.put(change.cell(), decided(change, record)));
        }
        List<PastChoice> choices = new ArrayList<>();
        register.choices().forEach(cell -> choices.add(inForce(cell, decided)));
        // What the register of today no longer knows was a choice all the same.
        choices.addAll(decided.values());
        long version = records.isEmpty() ? 0 : records.getLast().version();
        return new PastChoicesView(time, version, register.version(), choices);
    }

    private static PastChoice inForce(ChoiceCell cell, Map<Cell, PastChoice> decided) {
        PastChoice choice = decided.remove(new Cell(cell.purpose(), cell.channel(), cell.brand()));
        if (choice != null) {
            return choice;
        }
        return new PastChoice(
                cell.purpose(),
                cell.channel(),
                cell.brand(),
                cell.allowedByDefault(),
                cell.changeable() ? Reason.neverChosen() : Reason.notAChoice());
    }

    private static PastChoice decided(Decision change, ConsentRecord record) {
        Cell cell = change.cell();
        return new PastChoice(cell.purpose(), cell.channel(), cell.brand(), change.allowed(), Reason.of(record));
    }

    /** One cell at that moment. */
    public record PastChoice(String purpose, String channel, String brand, boolean allowed, Reason because) {}

    /**
     * Why it was so; without a version if no record says it.
     *
     * @param text in plain words
     * @param version of the record that says so
     * @param recordHash under which the record stands in the ledger
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reason(
            String text,
            @Nullable Long version,
            @Nullable Instant recordedAt,
            @Nullable Source source,
            @Nullable String noticeVersion,
            @Nullable String language,
            @Nullable String recordHash) {

        static Reason neverChosen() {
            return without("Nothing had been chosen here. This is what holds for somebody who has not chosen.");
        }

        static Reason notAChoice() {
            return without("This cannot be switched: the notice says why it is sent.");
        }

        private static Reason without(String text) {
            return new Reason(text, null, null, null, null, null, null);
        }

        static Reason of(ConsentRecord record) {
            Evidence evidence = record.evidence();
            return new Reason(
                    text(evidence.source()),
                    record.version(),
                    evidence.at(),
                    evidence.source(),
                    evidence.noticeVersion(),
                    evidence.language(),
                    record.hash().hex());
        }

        private static String text(Source source) {
            return switch (source) {
                case CUSTOMER -> "The customer chose this, signed in.";
                case UNSUBSCRIBE_LINK -> "The unsubscribe link of a message was used.";
                case SUPPRESSION -> "An earlier refusal at the same address or number was carried over.";
                case GUEST -> "A form was filled in by somebody who was not signed in.";
                case CONFIRMATION_LINK -> "The link in a message to the mailbox confirmed it.";
                case SOFT_OPT_IN -> "The customer bought something and did not say no when they were offered to.";
                case GPC -> "The customer's browser asked for it (Global Privacy Control).";
                case MERGE -> "What was chosen in the account and at the address or number was made one.";
                case IMPORT -> "It was taken over from the records of the time before.";
            };
        }
    }
}
