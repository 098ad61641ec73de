package org.privacypromise.requests.safekeeping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** Something in safe keeping. Until it is sealed nobody can read it, and in the end it is thrown away. */
@Entity
class Content {

    @Id
    UUID id;

    @Column(name = "request_id")
    UUID requestId;

    /** What it belongs to, such as a task; its chunks open nowhere else. */
    String owner;

    long chunks;

    @Column(name = "size_bytes")
    long bytes;

    @Column(name = "opened_at")
    Instant openedAt;

    boolean sealed;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Content() {}

    Content(UUID requestId, String owner, Instant now) {
        this.id = UUID.randomUUID();
        this.requestId = requestId;
        this.owner = owner;
        this.openedAt = now;
    }

    /** What its chunks are bound to. */
    String binding() {
        return owner + '/' + id;
    }

    void seal(long allChunks, long allBytes) {
        chunks = allChunks;
        bytes = allBytes;
        sealed = true;
    }
}
