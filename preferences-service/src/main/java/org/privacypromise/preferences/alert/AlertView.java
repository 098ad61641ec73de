package org.privacypromise.preferences.alert;

import java.time.Instant;
import java.util.UUID;

/** An alert as the customer sees it. */
record AlertView(UUID alertId, String product, String channel, String brand, Instant askedAt, Instant expiresAt) {

    static AlertView from(StockAlert alert) {
        return new AlertView(
                alert.id(), alert.product(), alert.channel(), alert.brand(), alert.askedAt(), alert.expiresAt());
    }
}
