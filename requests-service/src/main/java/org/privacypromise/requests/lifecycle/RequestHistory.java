package org.privacypromise.requests.lifecycle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.requests.lifecycle.step.Status;

/** One step of a request; rows are only ever added. */
@Entity
@Table(name = "request_history")
@IdClass(RequestHistory.Key.class)
public class RequestHistory {

    static final String RECEIVED = "Received";

    @Id
    @Column(name = "request_id")
    private UUID requestId;

    @Id
    private long version;

    private String event;

    @Column(name = "from_status")
    @Enumerated(EnumType.STRING)
    private @Nullable Status fromStatus;

    @Column(name = "to_status")
    @Enumerated(EnumType.STRING)
    private Status toStatus;

    private Instant at;

    private @Nullable String staff;

    private byte @Nullable [] words;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected RequestHistory() {}

    private RequestHistory(Request request, String event, @Nullable Status fromStatus) {
        this.requestId = request.id();
        this.version = request.version();
        this.event = event;
        this.fromStatus = fromStatus;
        this.toStatus = request.status();
        this.at = request.changedAt();
    }

    static FieldCipher.Place placeOfWords(UUID request, long version) {
        return new FieldCipher.Place("request_history", request + "." + version, "words");
    }

    /** Notes who of us did it, and in which words. */
    void decided(String staffSubject, byte[] encryptedWords) {
        staff = staffSubject;
        words = encryptedWords.clone();
    }

    static RequestHistory received(Request request) {
        return new RequestHistory(request, RECEIVED, null);
    }

    static RequestHistory of(Request request, String event, Status before) {
        return new RequestHistory(request, event, before);
    }

    public UUID requestId() {
        return requestId;
    }

    public long version() {
        return version;
    }

    /** The name of the lifecycle's event. */
    public String event() {
        return event;
    }

    /** Null for the receipt. */
    public @Nullable Status fromStatus() {
        return fromStatus;
    }

    public Status toStatus() {
        return toStatus;
    }

    public Instant at() {
        return at;
    }

    /** The subject of who of us did it; null if nobody of us did. */
    public @Nullable String staff() {
        return staff;
    }

    /** In which words, encrypted; see {@link ReadWords}. */
    byte @Nullable [] words() {
        return words == null ? null : words.clone();
    }

    /** For Hibernate. */
    record Key(UUID requestId, long version) implements Serializable {}
}
