package org.privacypromise.preferences.ledger;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Source;
import org.privacypromise.preferences.ledger.chain.CanonicalRecord;
import org.privacypromise.preferences.ledger.chain.LedgerHash;

/**
 * The evidence of one change (GDPR Art. 7(1)): who chose what, when, by which way, before which notice. Its hash covers
 * all of that and the hash of the record before it, so that none can be altered or taken away unseen.
 */
@Entity
@RegisterForReflection(targets = {ConsentRecord.Changes.class, Decision.class, Cell.class})
@Immutable
@Table(name = "consent_record")
public class ConsentRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String key;

    private long version;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Enumerated(EnumType.STRING)
    private Source source;

    private String actor;

    @Column(name = "notice_version")
    private String noticeVersion;

    private String language;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Changes changes;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Map<String, String> details;

    @Column(name = "previous_hash")
    private byte[] previousHash;

    private byte[] hash;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected ConsentRecord() {}

    /**
     * The record of the change that made this version of a subject's preferences.
     *
     * @param details further evidence by name, empty if there is none; nothing personal but as a ciphertext
     * @param previous the hash of the subject's record before this one, {@link LedgerHash#NONE} if it is the first
     */
    public static ConsentRecord of(
            String key,
            long version,
            List<Decision> changes,
            Evidence evidence,
            Map<String, String> details,
            LedgerHash previous) {
        ConsentRecord record = new ConsentRecord();
        record.key = key;
        record.version = version;
        // What the database would cut off must not be in the hash.
        record.recordedAt = evidence.at().truncatedTo(ChronoUnit.MICROS);
        record.source = evidence.source();
        record.actor = evidence.actor();
        record.noticeVersion = evidence.noticeVersion();
        record.language = evidence.language();
        record.changes = new Changes(changes);
        record.details = Map.copyOf(details);
        record.previousHash = previous.bytes();
        record.hash = record.canonical().after(previous).bytes();
        return record;
    }

    /** Grows with the order of all records; null until it is stored. */
    @Nullable
    Long id() {
        return id;
    }

    public String key() {
        return key;
    }

    /** The version of the subject's preferences that this change made. */
    public long version() {
        return version;
    }

    public Evidence evidence() {
        return new Evidence(source, actor, noticeVersion, language, recordedAt);
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public Source source() {
        return source;
    }

    public String noticeVersion() {
        return noticeVersion;
    }

    public String language() {
        return language;
    }

    public List<Decision> changes() {
        return changes.list();
    }

    public Map<String, String> details() {
        return details;
    }

    public LedgerHash previousHash() {
        return LedgerHash.of(previousHash);
    }

    public LedgerHash hash() {
        return LedgerHash.of(hash);
    }

    CanonicalRecord canonical() {
        return new CanonicalRecord(key, version, evidence(), changes(), details);
    }

    /** As it lies in the column: Hibernate Reactive reads a JSON object, but no array. */
    record Changes(List<Decision> list) {}
}
