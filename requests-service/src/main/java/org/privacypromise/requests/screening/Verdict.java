package org.privacypromise.requests.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.privacypromise.events.ScreeningConcluded;
import org.privacypromise.events.ScreeningConcluded.DecidedBy;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent;

/** What a screening came to; a person's decision is a further one, with the next version. */
@Entity
@Table(name = "verdict")
@IdClass(Verdict.Key.class)
class Verdict {

    @Id
    @Column(name = "screening_id")
    private String screeningId;

    @Id
    private long version;

    @Enumerated(EnumType.STRING)
    private ScreeningConcluded.Verdict verdict;

    @Column(name = "decided_by")
    @Enumerated(EnumType.STRING)
    private DecidedBy decidedBy;

    @Column(name = "rule_set_version")
    private String ruleSetVersion;

    private String[] rules;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Verdict() {}

    private Verdict(ScreeningConcluded told) {
        this.screeningId = told.screeningId();
        this.version = told.version();
        this.verdict = told.verdict();
        this.decidedBy = told.decidedBy();
        this.ruleSetVersion = told.ruleSetVersion();
        this.rules = told.rules().toArray(String[]::new);
        this.decidedAt = told.decidedAt();
    }

    static Verdict of(ScreeningConcluded told) {
        return new Verdict(told);
    }

    /**
     * What follows for the request. Only a person refuses one: a machine's no means that a person looks.
     *
     * @param weighed whether a person looks anyway
     */
    LifecycleEvent consequence(boolean weighed) {
        boolean allowed = clears();
        if (decidedBy == DecidedBy.HUMAN) {
            return allowed ? new LifecycleEvent.ReviewAllowed() : new LifecycleEvent.ReviewDenied();
        }
        return allowed && !weighed ? new LifecycleEvent.ScreeningAllowed() : new LifecycleEvent.ReviewNeeded();
    }

    /** Whether it has nothing against the request. */
    boolean clears() {
        return verdict == ScreeningConcluded.Verdict.ALLOW;
    }

    String screeningId() {
        return screeningId;
    }

    long version() {
        return version;
    }

    /** For Hibernate. */
    record Key(String screeningId, long version) implements Serializable {}
}
