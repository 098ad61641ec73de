package org.privacypromise.fraudcheck.assessment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.privacypromise.fraudcheck.rule.verdict.Judgement;
import org.privacypromise.fraudcheck.rule.verdict.Reason;
import org.privacypromise.fraudcheck.rule.verdict.Screened;
import org.privacypromise.fraudcheck.rule.verdict.Verdict;

/**
 * One thing that was screened, and what came out. The rules judge once; if they spoke against a request, a person decides,
 * once, and that counts.
 */
@Entity
@RegisterForReflection(targets = {Screening.Looked.class, Screening.Told.class, Reason.class})
public class Screening {

    @Id
    private String id;

    private long version;

    @Enumerated(EnumType.STRING)
    private Screened screened;

    @Column(name = "customer_id")
    private @Nullable String customerId;

    @Column(name = "contact_ref")
    private @Nullable String contactRef;

    @JdbcTypeCode(SqlTypes.JSON)
    private Looked signals;

    private @Nullable String source;

    @Column(name = "rule_set_version")
    private String ruleSetVersion;

    @Enumerated(EnumType.STRING)
    @Column(name = "rules_verdict")
    private Verdict rulesVerdict;

    @JdbcTypeCode(SqlTypes.JSON)
    private Told reasons;

    @Column(name = "screened_at")
    private Instant screenedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "human_verdict")
    private @Nullable Verdict humanVerdict;

    @Column(name = "human_reason")
    private byte @Nullable [] humanReason;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Screening() {}

    /**
     * As the rules judged.
     *
     * @param signals by name; those that say something
     * @param source which public source was asked, if one was
     */
    static Screening judged(
            NewScreening wanted,
            Map<String, Object> signals,
            @Nullable String source,
            String ruleSetVersion,
            Judgement judgement,
            Instant now) {
        Screening screening = new Screening();
        screening.id = wanted.screeningId();
        screening.version = 1;
        screening.screened = wanted.subject();
        screening.customerId = wanted.signals().customerId();
        screening.contactRef = wanted.signals().contactRef();
        screening.signals = new Looked(signals);
        screening.source = source;
        screening.ruleSetVersion = ruleSetVersion;
        screening.rulesVerdict = judgement.verdict();
        screening.reasons = new Told(judgement.reasons());
        screening.screenedAt = now;
        return screening;
    }

    /** Whether a person has to look, or had to: nobody waits for one at a verification. */
    public boolean isForReview() {
        return screened == Screened.REQUEST && rulesVerdict != Verdict.ALLOW;
    }

    /** Whether a person has decided. */
    public boolean isDecided() {
        return humanVerdict != null;
    }

    /** What a person decides, once. */
    public void decide(Verdict verdict, byte[] encryptedReason, String account, Instant now) {
        if (!isForReview() || isDecided() || verdict == Verdict.REVIEW) {
            throw new IllegalStateException("There is nothing to decide");
        }
        humanVerdict = verdict;
        humanReason = encryptedReason.clone();
        decidedBy = account;
        decidedAt = now;
        version++;
    }

    /** Whatever could lead to a person is taken out; a case that waits for a decision stays, without it. */
    public void forgetWhom() {
        customerId = null;
        contactRef = null;
    }

    public String id() {
        return id;
    }

    /** Whom it is about, if that is known. */
    @Nullable
    String customerId() {
        return customerId;
    }

    /** By which contact point somebody is known, if by one. */
    @Nullable
    String contactRef() {
        return contactRef;
    }

    public long version() {
        return version;
    }

    public Screened screened() {
        return screened;
    }

    /** The verdict that counts. */
    public Verdict verdict() {
        return Objects.requireNonNullElse(humanVerdict, rulesVerdict);
    }

    public String ruleSetVersion() {
        return ruleSetVersion;
    }

    public List<Reason> reasons() {
        return reasons.list();
    }

    /** Name to value, of those that say something. */
    public Map<String, Object> signals() {
        return signals.values();
    }

    public @Nullable String source() {
        return source;
    }

    public Instant screenedAt() {
        return screenedAt;
    }

    public byte @Nullable [] humanReason() {
        return humanReason == null ? null : humanReason.clone();
    }

    public @Nullable String decidedBy() {
        return decidedBy;
    }

    /** When the verdict that counts came about. */
    public Instant concludedAt() {
        return Objects.requireNonNullElse(decidedAt, screenedAt);
    }

    /** As it lies in the column: Hibernate Reactive reads a JSON object, but no array. */
    record Told(List<Reason> list) {}

    /** As it lies in the column. */
    record Looked(Map<String, Object> values) {}
}
