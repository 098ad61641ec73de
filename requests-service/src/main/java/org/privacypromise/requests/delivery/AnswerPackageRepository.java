package org.privacypromise.requests.delivery;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AnswerPackageRepository implements PanacheRepositoryBase<AnswerPackage, UUID> {

    private static final String EXPIRED = """
            SELECT * FROM answer_package WHERE shredded_at IS NULL AND expires_at <= ?1
            ORDER BY expires_at LIMIT ?2 FOR UPDATE SKIP LOCKED""";

    /** Until the transaction ends, nobody else fetches or shreds it. */
    Uni<@Nullable AnswerPackage> lock(UUID requestId) {
        return findById(requestId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The request whose package this link leads to. */
    Uni<@Nullable UUID> requestOf(byte[] tokenHash) {
        return find("select requestId from AnswerPackage where tokenHash = ?1", (Object) tokenHash)
                .project(UUID.class)
                .firstResult();
    }

    /** Locked until the transaction ends; those that somebody else has locked are left out. */
    Uni<List<AnswerPackage>> lockExpired(Instant now, int limit) {
        return getSession()
                .chain(session -> session.createNativeQuery(EXPIRED, AnswerPackage.class)
                        .setParameter(1, now)
                        .setParameter(2, limit)
                        .getResultList());
    }
}
