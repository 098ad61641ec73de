package org.privacypromise.requests.screening;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.FieldCipher;

/** That a request is to be screened, and what was said about it. */
@Entity
@Table(name = "screening")
@DynamicUpdate // or who notes an attempt would bring an address back that is forgotten at the same moment
@RegisterForReflection(targets = Screening.Said.class)
class Screening {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 10;

    @Id
    @Column(name = "request_id")
    private UUID requestId;

    @Column(name = "ip_address")
    private byte @Nullable [] ipAddress;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "screened_at")
    private @Nullable Instant screenedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Said reasons;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Screening() {}

    Screening(UUID requestId, byte @Nullable [] ipAddress, Instant now) {
        this.requestId = requestId;
        this.ipAddress = ipAddress == null ? null : ipAddress.clone();
        this.nextAttemptAt = now;
    }

    static FieldCipher.Place placeOfIpAddress(UUID request) {
        return new FieldCipher.Place("screening", request.toString(), "ip_address");
    }

    /** It was looked at; where the request came from is needed no longer. */
    void screened(List<String> why, Instant now) {
        screenedAt = now;
        reasons = new Said(List.copyOf(why));
        ipAddress = null;
    }

    /** The request ended before anybody looked. */
    void forget(Instant now) {
        if (screenedAt == null) {
            screenedAt = now;
        }
        ipAddress = null;
    }

    /** fraud-check-service did not answer: twice as long a pause each time. */
    void tryLater(Instant now) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        attempts++;
        nextAttemptAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    UUID requestId() {
        return requestId;
    }

    byte @Nullable [] ipAddress() {
        return ipAddress == null ? null : ipAddress.clone();
    }

    boolean isScreened() {
        return screenedAt != null;
    }

    /** Why there is something to look at, in words; empty if nothing was found, or nothing is known. */
    List<String> reasons() {
        return reasons == null ? List.of() : reasons.texts();
    }

    /** As it lies in the column: Hibernate Reactive reads a JSON object, but no array. */
    record Said(List<String> texts) {}
}
