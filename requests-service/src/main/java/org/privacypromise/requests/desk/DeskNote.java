package org.privacypromise.requests.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.privacypromise.personaldata.FieldCipher;

/** What somebody of the staff notes about a request, for the colleagues. */
@Entity
@Immutable
@Table(name = "desk_note")
class DeskNote {

    @Id
    private UUID id;

    @Column(name = "request_id")
    private UUID requestId;

    private String account;

    @Column(name = "written_at")
    private Instant writtenAt;

    private byte[] text;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected DeskNote() {}

    DeskNote(UUID id, UUID requestId, String account, Instant writtenAt, byte[] text) {
        this.id = id;
        this.requestId = requestId;
        this.account = account;
        this.writtenAt = writtenAt;
        this.text = text.clone();
    }

    static FieldCipher.Place placeOfText(UUID id) {
        return new FieldCipher.Place("desk_note", id.toString(), "text");
    }

    UUID id() {
        return id;
    }

    String account() {
        return account;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    byte[] text() {
        return text.clone();
    }
}
