package org.privacypromise.preferences.receipt;

import java.time.Instant;
import java.util.List;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.preferences.ledger.ConsentRecord;

/** What receipts a customer can have, the newest first. */
public record ReceiptsView(List<ReceiptView> receipts) {

    /**
     * One receipt in short.
     *
     * @param version of the preferences that the change made
     * @param href where the receipt itself is
     */
    public record ReceiptView(
            String receiptId,
            long version,
            Instant recordedAt,
            Source source,
            String noticeVersion,
            List<ChangeView> changes,
            String href) {

        static ReceiptView from(ConsentRecord record) {
            return new ReceiptView(
                    ConsentReceipt.receiptId(record),
                    record.version(),
                    record.evidence().at(),
                    record.evidence().source(),
                    record.evidence().noticeVersion(),
                    record.changes().stream().map(ChangeView::from).toList(),
                    "/preferences/receipts/" + record.version());
        }
    }

    /** A cell, and what it became. */
    public record ChangeView(String purpose, String channel, String brand, boolean allowed) {

        static ChangeView from(Decision change) {
            return new ChangeView(
                    change.cell().purpose(),
                    change.cell().channel(),
                    change.cell().brand(),
                    change.allowed());
        }
    }

    static ReceiptsView of(List<ConsentRecord> records) {
        return new ReceiptsView(records.stream().map(ReceiptView::from).toList());
    }
}
