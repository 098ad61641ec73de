package org.privacypromise.preferences.guest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Evidence;
import org.privacypromise.preferences.choice.matrix.Source;

/** What somebody asked for without signing in, and has not confirmed from their mailbox. It is no permission. */
@Entity
@Table(name = "pending_opt_in")
@RegisterForReflection(targets = PendingOptIn.Cells.class)
public class PendingOptIn {

    @Id
    private UUID id;

    @Column(name = "contact_ref")
    private String contactRef;

    @JdbcTypeCode(SqlTypes.JSON)
    private Cells cells;

    @Column(name = "notice_version")
    private String noticeVersion;

    private String language;
    private String form;
    private String client;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected PendingOptIn() {}

    static PendingOptIn of(SignUp signUp, List<Cell> cells, Instant expiresAt) {
        PendingOptIn pending = new PendingOptIn();
        pending.id = UUID.randomUUID();
        pending.contactRef = signUp.contactRef();
        pending.cells = new Cells(cells);
        pending.noticeVersion = signUp.evidence().noticeVersion();
        pending.language = signUp.evidence().language();
        pending.form = signUp.form();
        pending.client = signUp.client();
        pending.askedAt = signUp.evidence().at();
        pending.expiresAt = expiresAt;
        return pending;
    }

    /** Whether this sign-up asks for the same, so that one link will do. */
    boolean isFor(SignUp signUp, List<Cell> wanted) {
        return confirmedAt == null
                && cells.list().equals(wanted)
                && noticeVersion.equals(signUp.evidence().noticeVersion())
                && language.equals(signUp.evidence().language())
                && form.equals(signUp.form())
                && client.equals(signUp.client());
    }

    UUID id() {
        return id;
    }

    String contactRef() {
        return contactRef;
    }

    public List<Cell> cells() {
        return cells.list();
    }

    String noticeVersion() {
        return noticeVersion;
    }

    public String form() {
        return form;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public boolean isConfirmed() {
        return confirmedAt != null;
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }

    /** That it was confirmed, before the notice and in the language in which it was asked for. */
    Evidence evidence(Instant now) {
        return new Evidence(Source.CONFIRMATION_LINK, contactRef, noticeVersion, language, now);
    }

    Map<String, String> details() {
        return Map.of("form", form, "askedBy", client, "askedAt", askedAt.toString());
    }

    /** As it lies in the column: Hibernate Reactive reads a JSON object, but no array. */
    record Cells(List<Cell> list) {}
}
