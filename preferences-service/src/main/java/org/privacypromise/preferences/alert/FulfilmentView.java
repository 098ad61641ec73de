package org.privacypromise.preferences.alert;

import java.util.List;
import java.util.UUID;

/**
 * Whom to tell, now and once.
 *
 * @param more whether there may be others: ask again, with a key of its own
 */
record FulfilmentView(List<DueView> alerts, boolean more) {

    /** One message. */
    record DueView(UUID alertId, String customerId, String channel, String brand) {

        static DueView from(StockAlert alert) {
            return new DueView(alert.id(), alert.customerId(), alert.channel(), alert.brand());
        }
    }
}
