package org.privacypromise.identity.verification;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.identity.verification.PastVerifications.Tried;
import org.privacypromise.identity.verification.challenge.Outcome;

@ApplicationScoped
class VerificationRepository implements PanacheRepositoryBase<Verification, UUID> {

    private static final String TO_SEND = """
            SELECT * FROM verification WHERE send_at <= ?1 AND outcome IS NULL AND expires_at > ?1
            ORDER BY send_at LIMIT ?2 FOR UPDATE SKIP LOCKED""";

    private static final String EXPIRED = """
            SELECT * FROM verification WHERE outcome IS NULL AND expires_at <= ?1
            ORDER BY expires_at LIMIT ?2 FOR UPDATE SKIP LOCKED""";

    private static final String CONCERNING =
            "(array_intersects(customerIds, ?1) or contactRef in ?2) order by startedAt desc, id";

    /** Until the transaction ends, nobody else looks at a code of it or changes it. */
    Uni<@Nullable Verification> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those for which a code has to be sent now, locked. */
    Uni<List<Verification>> lockToSend(Instant now, int limit) {
        return locked(TO_SEND, now, limit);
    }

    /** Those that are over and do not know it yet, locked. */
    Uni<List<Verification>> lockExpired(Instant now, int limit) {
        return locked(EXPIRED, now, limit);
    }

    private Uni<List<Verification>> locked(String query, Instant now, int limit) {
        return getSession()
                .chain(session -> session.createNativeQuery(query, Verification.class)
                        .setParameter(1, now)
                        .setParameter(2, limit)
                        .getResultList());
    }

    /** Those that reached one of these customers, and those at these contact points; the newest first. */
    Uni<List<Verification>> concerning(List<String> customerIds, List<String> contactRefs, int limit) {
        return find(CONCERNING, customerIds.toArray(new String[0]), contactRefs)
                .page(Page.ofSize(limit))
                .list();
    }

    Uni<List<Verification>> lockOfContactPoints(List<String> contactRefs) {
        return find("contactRef in ?1 order by id", contactRefs)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Uni<List<Verification>> lockReaching(String customerId) {
        return find("array_intersects(customerIds, ?1) order by id", (Object) new String[] {customerId})
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Uni<List<Verification>> lockConcluded(Instant unprovenBefore, Instant provenBefore, int limit) {
        return find(
                        "(outcome <> ?1 and concludedAt < ?2) or (outcome = ?1 and concludedAt < ?3) order by concludedAt",
                        Outcome.VERIFIED,
                        unprovenBefore,
                        provenBefore)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(Page.ofSize(limit))
                .list();
    }

    Uni<List<Verification>> proven(List<String> contactRefs) {
        return list("contactRef in ?1 and outcome = ?2 order by startedAt, id", contactRefs, Outcome.VERIFIED);
    }

    Uni<List<Tried>> contactPointsAfter(String contactRef, int limit) {
        return find(
                        "select contactRef, min(startedAt) from Verification where contactRef > ?1 group by contactRef"
                                + " order by contactRef",
                        contactRef)
                .page(Page.ofSize(limit))
                .project(Tried.class)
                .list();
    }
}
