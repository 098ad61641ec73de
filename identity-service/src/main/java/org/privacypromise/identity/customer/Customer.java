package org.privacypromise.identity.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.privacypromise.events.AccountLinked;
import org.privacypromise.events.ContactPointRecorded;
import org.privacypromise.events.CustomerIdAllocated;
import org.privacypromise.personaldata.ContactRef;

/**
 * Somebody who has shopped. The ID is given once, says nothing and opens nothing. Each fact about a customer takes the
 * next version, so whoever adds one holds the row's lock.
 */
@Entity
class Customer {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BITS = 130;
    private static final int ID_LENGTH = 26;
    private static final int FIVE_BITS_A_LETTER = 32;

    @Id
    String id;

    private long version;

    @Column(name = "allocated_at")
    private Instant allocatedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Customer() {}

    private Customer(String id, Instant now) {
        this.id = id;
        this.version = 1;
        this.allocatedAt = now;
    }

    static Customer allocate(Instant now) {
        String random = new BigInteger(ID_BITS, RANDOM).toString(FIVE_BITS_A_LETTER);
        return new Customer("0".repeat(ID_LENGTH - random.length()) + random, now);
    }

    Instant allocatedAt() {
        return allocatedAt;
    }

    CustomerIdAllocated allocated() {
        return new CustomerIdAllocated(id, version, allocatedAt);
    }

    /** @param everyRef under every key that is in use; it may have been stored under one that is renewed by now */
    ContactPointRecorded recorded(RecordedContactPoint contactPoint, List<ContactRef> everyRef, Instant now) {
        List<String> others = everyRef.stream()
                .map(ContactRef::toString)
                .filter(ref -> !ref.equals(contactPoint.contactRef))
                .toList();
        return new ContactPointRecorded(
                id,
                ++version,
                contactPoint.contactRef,
                others.isEmpty() ? null : others,
                contactPoint.eventKind(),
                contactPoint.isVerified(),
                now);
    }

    AccountLinked linked(Instant now) {
        return new AccountLinked(id, ++version, now);
    }
}
