package org.privacypromise.requests.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.safekeeping.SealedContent;

/** The answer to a request for access. There is one per request, for a limited time and number of downloads. */
@Entity
@Table(name = "answer_package")
class AnswerPackage {

    static final int MOST_DOWNLOADS = 3;

    @Id
    @Column(name = "request_id")
    UUID requestId;

    private @Nullable UUID content;

    @Column(name = "size_bytes")
    private long bytes;

    private String sha256;

    @Column(name = "token_hash")
    private byte @Nullable [] tokenHash;

    private int downloads;

    @Column(name = "ready_at")
    private Instant readyAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "shredded_at")
    private @Nullable Instant shreddedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected AnswerPackage() {}

    AnswerPackage(UUID requestId, SealedContent content, byte @Nullable [] tokenHash, Instant now, Duration life) {
        this.requestId = requestId;
        this.content = content.id();
        this.bytes = content.bytes();
        this.sha256 = content.sha256();
        this.tokenHash = tokenHash == null ? null : tokenHash.clone();
        this.readyAt = now;
        this.expiresAt = now.plus(life);
    }

    /**
     * Counts a download; the caller holds the row's lock.
     *
     * @return what to hand out; null if the time or the number is used up
     */
    @Nullable
    SealedContent fetch(Instant now) {
        if (content == null || downloads >= MOST_DOWNLOADS || !now.isBefore(expiresAt)) {
            return null;
        }
        downloads++;
        return new SealedContent(content, bytes, sha256);
    }

    /** What it held is gone; that there was one stays known, so that its link says so. */
    void shredded(Instant now) {
        if (shreddedAt == null) {
            shreddedAt = now;
            content = null;
        }
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
