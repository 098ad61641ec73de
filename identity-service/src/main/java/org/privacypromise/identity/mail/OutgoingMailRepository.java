package org.privacypromise.identity.mail;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class OutgoingMailRepository implements PanacheRepositoryBase<OutgoingMail, UUID> {

    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1, 3))";

    private static final String DUE = """
            SELECT * FROM outgoing_mail WHERE state = 'QUEUED' AND next_attempt_at <= ?1
            ORDER BY next_attempt_at LIMIT ?2 FOR UPDATE SKIP LOCKED""";

    /** The mail with this key; until the transaction ends, nobody else stores or reads it here. */
    Uni<@Nullable OutgoingMail> lockAndFind(String client, String idempotencyKey) {
        return getSession()
                .chain(session -> session.createNativeQuery(LOCK, Integer.class)
                        .setParameter(1, client + '\n' + idempotencyKey)
                        .getSingleResult())
                .chain(() -> find("client = ?1 and idempotencyKey = ?2", client, idempotencyKey)
                        .firstResult());
    }

    /** Mails to try now, locked; what another replica is trying is left out. */
    Uni<List<OutgoingMail>> lockDue(Instant now, int limit) {
        return getSession()
                .chain(session -> session.createNativeQuery(DUE, OutgoingMail.class)
                        .setParameter(1, now)
                        .setParameter(2, limit)
                        .getResultList());
    }

    Uni<@Nullable OutgoingMail> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Uni<List<OutgoingMail>> lockQueuedCodes(UUID verificationId) {
        return find(
                        "verificationId = ?1 and code and state = ?2 order by id",
                        verificationId,
                        OutgoingMail.State.QUEUED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Uni<Long> deleteSettledBefore(Instant limit) {
        return delete("state <> ?1 and settledAt < ?2", OutgoingMail.State.QUEUED, limit);
    }

    Uni<Long> deleteTo(@Nullable String customerId, @Nullable UUID verificationId) {
        return customerId != null
                ? delete("customerId", customerId)
                : delete("verificationId", Objects.requireNonNull(verificationId));
    }

    Uni<List<OutgoingMail>> to(@Nullable String customerId, @Nullable UUID verificationId) {
        return customerId != null
                ? list("customerId = ?1 order by queuedAt, id", customerId)
                : list("verificationId = ?1 order by queuedAt, id", Objects.requireNonNull(verificationId));
    }
}
