package org.privacypromise.preferences.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One look at evidence by somebody of the staff; whose it was is told by a reference that outlives an erasure. */
@Entity
@Immutable
@Table(name = "evidence_access")
class EvidenceAccess {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "accessed_at")
    Instant accessedAt;

    String account;

    String client;

    String what;

    @Column(name = "subject_ref")
    @Nullable
    String subjectRef;

    @Nullable
    String purpose;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected EvidenceAccess() {}

    EvidenceAccess(
            Instant at,
            String account,
            String client,
            String what,
            @Nullable String subjectRef,
            @Nullable String purpose) {
        this.accessedAt = at;
        this.account = account;
        this.client = client;
        this.what = what;
        this.subjectRef = subjectRef;
        this.purpose = purpose;
    }
}
