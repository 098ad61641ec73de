package org.privacypromise.requests.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request as far as it is the desk's. Whoever changes it holds the request's lock. */
@Entity
@Table(name = "desk_case")
class DeskCase {

    @Id
    @Column(name = "request_id")
    private UUID requestId;

    private @Nullable String assignee;

    private long revision;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected DeskCase() {}

    /** Of a request that nobody at the desk has touched yet. */
    DeskCase(UUID requestId) {
        this.requestId = requestId;
    }

    /** The desk has done something: whoever has read the request before does not know it as it is now. */
    void touch() {
        revision++;
    }

    void assign(@Nullable String account) {
        assignee = account;
    }

    UUID requestId() {
        return requestId;
    }

    @Nullable
    String assignee() {
        return assignee;
    }

    /** 0 until the desk has done something. */
    long revision() {
        return revision;
    }
}
