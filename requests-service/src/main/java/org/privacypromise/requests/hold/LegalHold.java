package org.privacypromise.requests.hold;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.FieldCipher.Place;

/**
 * Forbids the erasure of a customer's data. It binds at once, so that nothing is lost while a second person is looked for,
 * and for three days only unless one confirms it. Two persons lift it, too.
 */
@Entity
@Table(name = "legal_hold")
class LegalHold {

    static final Duration UNCONFIRMED = Duration.ofDays(3);

    @Id
    private UUID id;

    @Column(name = "customer_id")
    private String customerId;

    private String[] categories;

    private byte[] reason;

    private byte[] authority;

    @Column(name = "set_by")
    private String setBy;

    @Column(name = "set_at")
    private Instant setAt;

    @Column(name = "confirmed_by")
    private @Nullable String confirmedBy;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    @Column(name = "lift_asked_by")
    private @Nullable String liftAskedBy;

    @Column(name = "lifted_by")
    private @Nullable String liftedBy;

    @Column(name = "lifted_at")
    private @Nullable Instant liftedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected LegalHold() {}

    /**
     * @param categories what must not be erased; empty for everything
     * @param reason why, encrypted for {@link #placeOf} of {@code reason}
     * @param authority who demands it, encrypted likewise
     */
    LegalHold(
            UUID id,
            String customerId,
            List<String> categories,
            byte[] reason,
            byte[] authority,
            String setBy,
            Instant now) {
        this.id = id;
        this.customerId = customerId;
        this.categories = categories.toArray(String[]::new);
        this.reason = reason.clone();
        this.authority = authority.clone();
        this.setBy = setBy;
        this.setAt = now;
    }

    static Place placeOf(UUID id, String field) {
        return new Place("legal_hold", id.toString(), field);
    }

    boolean binds(Instant now) {
        return liftedAt == null && (confirmedAt != null || now.isBefore(setAt.plus(UNCONFIRMED)));
    }

    /** Whether a second person can still confirm it. */
    boolean awaitsConfirmation(Instant now) {
        return confirmedAt == null && binds(now);
    }

    void confirm(String staff, Instant now) {
        confirmedBy = staff;
        confirmedAt = now;
    }

    void askLift(String staff) {
        liftAskedBy = staff;
    }

    void lift(String staff, Instant now) {
        liftedBy = staff;
        liftedAt = now;
    }

    Held held() {
        return new Held(categories.length == 0, Set.of(categories));
    }

    UUID id() {
        return id;
    }

    String customerId() {
        return customerId;
    }

    List<String> categories() {
        return List.of(categories);
    }

    byte[] reason() {
        return reason.clone();
    }

    byte[] authority() {
        return authority.clone();
    }

    String setBy() {
        return setBy;
    }

    Instant setAt() {
        return setAt;
    }

    @Nullable
    String confirmedBy() {
        return confirmedBy;
    }

    @Nullable
    Instant confirmedAt() {
        return confirmedAt;
    }

    @Nullable
    String liftAskedBy() {
        return liftAskedBy;
    }

    @Nullable
    String liftedBy() {
        return liftedBy;
    }

    @Nullable
    Instant liftedAt() {
        return liftedAt;
    }
}
