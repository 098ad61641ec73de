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
import org.privacypromise.preferences.purpose.NoticeThen;
import org.privacypromise.preferences.purpose.notice.Standing;

/**
 * What a subject's choices said at a moment, and why.
 *
 * @param version of the preferences after the last change before that moment; 0 if there had been none
 * @param registerVersion of the notice that was in use then, which says what held where nothing was chosen; null if it is
 *     from before the first
 * @param note null unless nothing was known then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PastChoicesView(
        Instant time,
        long version,
        @Nullable String registerVersion,
        List<PastChoice> choices,
        @Nullable String note) {

    private static final String NOTHING_KNOWN =
            "Nothing was known then: there is no record of that time, nor a notice. Nothing had been allowed to us.";

    /**
     * @param records all of the subject up to that moment, in order
     * @param notice that was in use then; null if there was none
     * @param knownSince since when we had known the subject; null if we had not, or cannot tell any more
     */
    static PastChoicesView of(
            List<ConsentRecord> records, Instant time, @Nullable NoticeThen notice, @Nullable Instant knownSince) {
        if (notice == null && records.isEmpty()) {
            return new PastChoicesView(time, 0, null, List.of(), NOTHING_KNOWN);
        }
        Map<Cell, PastChoice> decided = new LinkedHashMap<>();
        for (ConsentRecord record : records) {
            record.changes().forEach(change -> decided.put(change.cell(), decided(change, record, notice)));
        }
        List<PastChoice> choices = new ArrayList<>();
        if (notice != null) {
            notice.cells().forEach(cell -> choices.add(inForce(cell, decided, notice, knownSince)));
        }
        // What that notice did not know was a choice all the same.
        choices.addAll(decided.values());
        long version = records.isEmpty() ? 0 : records.getLast().version();
        return new PastChoicesView(time, version, notice == null ? null : notice.version(), choices, null);
    }

    private static PastChoice inForce(
            Cell cell, Map<Cell, PastChoice> decided, NoticeThen notice, @Nullable Instant knownSince) {
        PastChoice choice = decided.remove(cell);
        if (choice != null) {
            return choice;
        }
        Standing standing = notice.ofSilence(cell, knownSince);
        Reason because = standing.newChoiceNeeded()
                ? Reason.toBeAsked()
                : notice.changeable(cell) ? Reason.neverChosen() : Reason.notAChoice();
        return PastChoice.of(cell, standing.allowed(), because);
    }

    private static PastChoice decided(Decision change, ConsentRecord record, @Nullable NoticeThen notice) {
        Cell cell = change.cell();
        boolean lapsed = notice != null
                && notice.cells().contains(cell)
                && notice.of(cell, change.allowed(), record.evidence().noticeVersion())
                        .newChoiceNeeded();
        return PastChoice.of(cell, change.allowed() && !lapsed, Reason.of(record, lapsed));
    }

    /** One cell at that moment. */
    public record PastChoice(String purpose, String channel, String brand, boolean allowed, Reason because) {

        static PastChoice of(Cell cell, boolean allowed, Reason because) {
            return new PastChoice(cell.purpose(), cell.channel(), cell.brand(), allowed, because);
        }
    }

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

        private static final String LAPSED = " The notice had changed since, so it did not count any more.";

        static Reason neverChosen() {
            return without("Nothing had been chosen here. This is what holds for somebody who has not chosen.");
        }

        static Reason toBeAsked() {
            return without(
                    "Nothing had been chosen here, and the notice had changed: it was off until they were asked.");
        }

        static Reason notAChoice() {
            return without("This cannot be switched: the notice says why it is sent.");
        }

        private static Reason without(String text) {
            return new Reason(text, null, null, null, null, null, null);
        }

        /** @param lapsed whether it had been allowed to something else than what the notice said by then */
        static Reason of(ConsentRecord record, boolean lapsed) {
            Evidence evidence = record.evidence();
            return new Reason(
                    text(evidence.source()) + (lapsed ? LAPSED : ""),
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
