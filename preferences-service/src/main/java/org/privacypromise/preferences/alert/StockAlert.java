package org.privacypromise.preferences.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's request to be told once that a product can be bought again. */
@Entity
@Table(name = "stock_alert")
public class StockAlert {

    @Id
    private UUID id;

    @Column(name = "customer_id")
    private String customerId;

    private String product;
    private String channel;
    private String brand;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "claimed_at")
    private @Nullable Instant claimedAt;

    @Column(name = "claimed_by")
    private @Nullable String claimedBy;

    @Column(name = "claim_key")
    private @Nullable String claimKey;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StockAlert() {}

    static StockAlert of(String customerId, NewAlert wanted, String brand, Instant now, Instant expiresAt) {
        StockAlert alert = new StockAlert();
        alert.id = UUID.randomUUID();
        alert.customerId = customerId;
        alert.product = wanted.product();
        alert.channel = wanted.channel();
        alert.brand = brand;
        alert.askedAt = now;
        alert.expiresAt = expiresAt;
        return alert;
    }

    /** Asked for once more, after it was over. */
    void askAgain(Instant now, Instant until) {
        askedAt = now;
        expiresAt = until;
    }

    boolean isOver(Instant now) {
        return !expiresAt.isAfter(now);
    }

    UUID id() {
        return id;
    }

    public String customerId() {
        return customerId;
    }

    public String product() {
        return product;
    }

    public String channel() {
        return channel;
    }

    public String brand() {
        return brand;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public @Nullable Instant claimedAt() {
        return claimedAt;
    }
}
