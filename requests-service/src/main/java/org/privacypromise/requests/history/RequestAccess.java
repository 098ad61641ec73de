package org.privacypromise.requests.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.security.Staff;

/** One line of the access log. Rows are only ever added; the database refuses anything else. */
@Entity
@Immutable
@Table(name = "request_access")
public class RequestAccess {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "request_id")
    private @Nullable UUID requestId;

    private Instant at;

    private String account;

    private String client;

    private String role;

    @Enumerated(EnumType.STRING)
    private Deed deed;

    private @Nullable String purpose;

    private @Nullable String before;

    private @Nullable String after;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected RequestAccess() {}

    private RequestAccess(Staff by, Deed deed, @Nullable UUID requestId, Instant at) {
        this.requestId = requestId;
        this.at = at;
        this.account = by.account();
        this.client = by.client();
        this.role = by.actingAs();
        this.deed = deed;
    }

    static RequestAccess of(Access access, Instant at) {
        RequestAccess line = new RequestAccess(access.by(), access.deed(), access.requestId(), at);
        line.purpose = access.purpose().text();
        line.before = access.before();
        line.after = access.after();
        return line;
    }

    static RequestAccess refused(Staff who, @Nullable UUID requestId, Instant at) {
        return new RequestAccess(who, Deed.REFUSED_WITHOUT_PURPOSE, requestId, at);
    }

    long id() {
        return id == null ? 0 : id;
    }

    @Nullable
    UUID requestId() {
        return requestId;
    }

    public Instant at() {
        return at;
    }

    public String account() {
        return account;
    }

    public String role() {
        return role;
    }

    public Deed deed() {
        return deed;
    }

    /** Null only for who was refused because they said none. */
    public @Nullable String purpose() {
        return purpose;
    }

    public @Nullable String before() {
        return before;
    }

    public @Nullable String after() {
        return after;
    }
}
