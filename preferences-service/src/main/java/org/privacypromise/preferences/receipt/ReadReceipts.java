package org.privacypromise.preferences.receipt;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.ledger.ConsentRecord;
import org.privacypromise.preferences.ledger.ConsentRecordRepository;
import org.privacypromise.register.PurposeRegister;

/** Reads a subject's receipts out of the ledger. */
@ApplicationScoped
class ReadReceipts {

    private final ConsentRecordRepository ledger;
    private final PurposeRegister register;
    private final ReceiptConfig config;

    ReadReceipts(ConsentRecordRepository ledger, PurposeRegister register, ReceiptConfig config) {
        this.ledger = ledger;
        this.register = register;
        this.config = config;
    }

    /** The receipts of changes before this version, the newest first. */
    @WithSession
    Uni<ReceiptsView> before(String key, long version, int limit) {
        return ledger.newestBefore(key, version, limit).map(ReceiptsView::of);
    }

    /** The receipt for this version, or null if no change made it. */
    @WithSession
    Uni<@Nullable Map<String, Object>> ofVersion(String key, long version, String language) {
        return ledger.upTo(key, version).map(records -> receipt(records, version, language));
    }

    private @Nullable Map<String, Object> receipt(List<ConsentRecord> records, long version, String language) {
        if (records.isEmpty() || records.getLast().version() != version) {
            return null;
        }
        return new ConsentReceipt(register, config, language)
                .of(records.getLast(), records.subList(0, records.size() - 1));
    }
}
