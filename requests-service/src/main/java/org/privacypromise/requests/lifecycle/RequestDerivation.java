package org.privacypromise.requests.lifecycle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.privacypromise.requests.clock.law.Derivation;

/** How a due date was found at one moment; rows are only ever added, so that each date that was ever told can be explained. */
@Entity
@Table(name = "request_derivation")
@IdClass(RequestHistory.Key.class)
public class RequestDerivation {

    @Id
    @Column(name = "request_id")
    private UUID requestId;

    @Id
    private long version;

    @Column(name = "due_date")
    private LocalDate dueDate;

    @JdbcTypeCode(SqlTypes.JSON)
    private Derivation derivation;

    @Column(name = "derived_at")
    private Instant derivedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected RequestDerivation() {}

    /** As it follows from what is known of the request now. */
    RequestDerivation(Request request) {
        this.requestId = request.id();
        this.version = request.version();
        this.dueDate = request.dueDate();
        this.derivation = request.derivation();
        this.derivedAt = request.changedAt();
    }

    /** The version of the request that it came with. */
    public long version() {
        return version;
    }

    public Derivation derivation() {
        return derivation;
    }

    public LocalDate dueDate() {
        return dueDate;
    }

    public Instant derivedAt() {
        return derivedAt;
    }
}
