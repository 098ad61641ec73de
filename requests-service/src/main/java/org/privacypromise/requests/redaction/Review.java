package org.privacypromise.requests.redaction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People look through what systems have handed over; for that time no package is made of it. */
@Entity
@Table(name = "redaction_review")
class Review {

    @Id
    @Column(name = "request_id")
    private UUID requestId;

    @Column(name = "opened_by")
    private String openedBy;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "closed_by")
    private @Nullable String closedBy;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Review() {}

    Review(UUID requestId, String staff, Instant now) {
        this.requestId = requestId;
        this.openedBy = staff;
        this.openedAt = now;
    }

    void close(String staff, Instant now) {
        closedBy = staff;
        closedAt = now;
    }

    void openAgain(String staff, Instant now) {
        openedBy = staff;
        openedAt = now;
        closedBy = null;
        closedAt = null;
    }

    boolean isOpen() {
        return closedAt == null;
    }

    /** Whether what was written from then on knows everything that came out of it. */
    boolean isOverBefore(Instant written) {
        return closedAt != null && closedAt.isBefore(written);
    }

    String openedBy() {
        return openedBy;
    }
}
