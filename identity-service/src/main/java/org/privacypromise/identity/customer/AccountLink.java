package org.privacypromise.identity.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.privacypromise.identity.customer.link.Retries;

/**
 * This account is this customer. The row is the truth; it takes effect when the identity provider has written the
 * customer ID into the account, which is tried until it succeeds.
 */
@Entity
@Table(name = "account_link")
class AccountLink {

    @Id
    String account;

    @Column(name = "customer_id")
    String customerId;

    @Column(name = "linked_at")
    Instant linkedAt;

    @Column(name = "effective_at")
    private @Nullable Instant effectiveAt;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected AccountLink() {}

    private AccountLink(String account, String customerId, Instant linkedAt, Instant nextAttemptAt) {
        this.account = account;
        this.customerId = customerId;
        this.linkedAt = linkedAt;
        this.nextAttemptAt = nextAttemptAt;
    }

    static AccountLink leftToTheJob(String account, String customerId, Instant now) {
        return new AccountLink(account, customerId, now, now);
    }

    static AccountLink attemptedByTheRequest(String account, String customerId, Instant now) {
        return new AccountLink(account, customerId, now, now.plus(Retries.pauseAfter(1)));
    }

    boolean isEffective() {
        return effectiveAt != null;
    }

    void succeeded(Instant now) {
        if (effectiveAt == null) {
            effectiveAt = now;
        }
    }

    void failed(Instant now) {
        attempts++;
        nextAttemptAt = now.plus(Retries.pauseAfter(attempts));
    }
}
