package org.privacypromise.identity.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.ContactRef;

/** A purchase for which a client asked who the customer is, and the answer it got. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by queries only
class Purchase {

    @Id
    UUID id;

    private String client;

    String reference;

    @Column(name = "customer_id")
    String customerId;

    private @Nullable String account;

    @Column(name = "contact_refs")
    private String[] contactRefs;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Purchase() {}

    Purchase(
            String client,
            String reference,
            String customerId,
            @Nullable String account,
            List<ContactRef> contactRefs,
            Instant now) {
        this.id = UUID.randomUUID();
        this.client = client;
        this.reference = reference;
        this.customerId = customerId;
        this.account = account;
        this.contactRefs = contactRefs.stream().map(ContactRef::toString).toArray(String[]::new);
        this.recordedAt = now;
    }

    /**
     * Whether a repeat says what the first report said.
     *
     * @param contactPoints for each contact point its references under every live key: the key may have been rotated since
     */
    boolean isTheSameAs(@Nullable String account, List<List<ContactRef>> contactPoints) {
        return Objects.equals(this.account, account)
                && contactPoints.size() == contactRefs.length
                && contactPoints.stream().allMatch(this::names);
    }

    /** Whether a contact point with one of these references was given with the purchase. */
    boolean names(Collection<ContactRef> references) {
        List<String> given = List.of(contactRefs);
        return !Collections.disjoint(
                given, references.stream().map(ContactRef::toString).toList());
    }

    Instant recordedAt() {
        return recordedAt;
    }

    /** A purchase without a signed-in account can be linked by whoever made it, for a while. */
    boolean isLinkable(Instant now, Duration life) {
        return account == null && now.isBefore(linkableUntil(life));
    }

    Instant linkableUntil(Duration life) {
        return recordedAt.plus(life);
    }
}
