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
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Decision;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Source;

/** The evidence of one change (GDPR Art. 7(1)): who chose what, when, by which way, before which notice. */
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
    private Changes changes;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected ConsentRecord() {}

    /** The record of the change that made this version of a subject's preferences. */
    public static ConsentRecord of(String key, long version, List<Decision> changes, Evidence evidence) {
        ConsentRecord record = new ConsentRecord();
        record.key = key;
        record.version = version;
        record.recordedAt = evidence.at();
        record.source = evidence.source();
        record.actor = evidence.actor();
        record.noticeVersion = evidence.noticeVersion();
        record.language = evidence.language();
        record.changes = new Changes(changes);
        return record;
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

    /** As it lies in the column: Hibernate Reactive reads a JSON object, but no array. */
    record Changes(List<Decision> list) {}
}
