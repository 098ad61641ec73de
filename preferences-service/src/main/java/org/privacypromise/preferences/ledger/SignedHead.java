package org.privacypromise.preferences.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.privacypromise.personaldata.SigningKey;
import org.privacypromise.preferences.ledger.chain.LedgerHash;
import org.privacypromise.preferences.ledger.chain.LedgerHead;

/** A head as it was signed. */
@Entity
@Immutable
@Table(name = "ledger_head")
class SignedHead {

    @Id
    long sequence;

    @Column(name = "after_id")
    long afterId;

    @Column(name = "up_to_id")
    long upToId;

    int records;

    @Column(name = "signed_at")
    Instant signedAt;

    String jws;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected SignedHead() {}

    SignedHead(LedgerHead head, SigningKey key) {
        this.sequence = head.sequence();
        this.afterId = head.afterId();
        this.upToId = head.upToId();
        this.records = head.records();
        this.signedAt = head.signedAt();
        this.jws = key.sign(LedgerHead.TYPE, head.json());
    }

    /** What the next head names this one by. */
    LedgerHash hash() {
        return LedgerHead.hash(jws);
    }
}
