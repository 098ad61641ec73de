package org.privacypromise.subjecttasks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * This database has seen the subject erased. A task does that first, and the ledger says it later: an erasure of which
 * only the ledger knows is one that a restore has undone.
 */
@Entity
@Table(name = "erased_subject")
class ErasedSubject {

    @Id
    @Column(name = "subject_ref")
    String subjectRef;

    @Column(name = "erased_at")
    private Instant erasedAt;

    /** Up to when the ledger's entries about the subject are accounted for; null if none is since the erasure. */
    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected ErasedSubject() {}

    ErasedSubject(String subjectRef, Instant erasedAt) {
        this.subjectRef = subjectRef;
        this.erasedAt = erasedAt;
    }

    /** Whether this database has seen the erasure that the ledger dates so; then that entry is accounted for. */
    boolean accountsFor(Instant ledgerTime) {
        if (confirmedAt == null) {
            confirmedAt = ledgerTime.isAfter(erasedAt) ? ledgerTime : erasedAt;
        }
        return !ledgerTime.isAfter(confirmedAt);
    }

    @Nullable
    Instant confirmedAt() {
        return confirmedAt;
    }
}
