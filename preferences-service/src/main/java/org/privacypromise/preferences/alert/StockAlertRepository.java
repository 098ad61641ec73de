package org.privacypromise.preferences.alert;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The requests to be told, until they are claimed, cancelled or over, and a little longer. */
@ApplicationScoped
class StockAlertRepository implements PanacheRepositoryBase<StockAlert, UUID> {

    private static final String OPEN = "claimedAt is null and expiresAt > ?1";

    Uni<List<StockAlert>> openOf(String customerId, Instant now) {
        return list(OPEN + " and customerId = ?2 order by askedAt, id", now, customerId);
    }

    /** Also one that is over and not forgotten yet: there is one row only. */
    Uni<@Nullable StockAlert> unclaimed(String customerId, NewAlert wanted, String brand) {
        return find(
                        "claimedAt is null and customerId = ?1 and product = ?2 and channel = ?3 and brand = ?4",
                        customerId,
                        wanted.product(),
                        wanted.channel(),
                        brand)
                .firstResult();
    }

    Uni<Long> countOpenOf(String customerId, Instant now) {
        return count(OPEN + " and customerId = ?2", now, customerId);
    }

    /** True if there was one to cancel. */
    Uni<Boolean> cancel(UUID id, String customerId) {
        return delete("id = ?1 and customerId = ?2 and claimedAt is null", id, customerId)
                .map(rows -> rows == 1);
    }

    /** Waits until no other call with this key is being answered; holds until the transaction ends. */
    Uni<Void> takeTurn(String client, String key) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1 || '/' || ?2, 12))",
                                Integer.class)
                        .setParameter(1, client)
                        .setParameter(2, key)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** Gives these to this client under this key; whoever claims at the same time gets others. */
    Uni<Integer> claim(String product, String client, String key, int limit, Instant now) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                        WITH due AS (
                            SELECT id FROM stock_alert
                             WHERE product = ?1 AND claimed_at IS NULL AND expires_at > ?5
                             ORDER BY asked_at, id LIMIT ?4 FOR UPDATE SKIP LOCKED)
                        UPDATE stock_alert SET claimed_at = ?5, claimed_by = ?2, claim_key = ?3
                          FROM due WHERE due.id = stock_alert.id""")
                        .setParameter(1, product)
                        .setParameter(2, client)
                        .setParameter(3, key)
                        .setParameter(4, limit)
                        .setParameter(5, now)
                        .executeUpdate());
    }

    Uni<List<StockAlert>> claimed(String client, String key) {
        return list("claimedBy = ?1 and claimKey = ?2 and claimedAt is not null order by askedAt, id", client, key);
    }

    Uni<Long> deleteOver(Instant now, Instant claimedBefore) {
        return delete("(claimedAt is null and expiresAt <= ?1) or claimedAt < ?2", now, claimedBefore);
    }

    Uni<List<StockAlert>> of(Collection<String> customerIds) {
        return list("customerId in ?1 order by askedAt, id", customerIds);
    }

    Uni<Long> deleteOf(Collection<String> customerIds) {
        return delete("customerId in ?1", customerIds);
    }
}
