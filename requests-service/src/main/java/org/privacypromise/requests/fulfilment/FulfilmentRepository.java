package org.privacypromise.requests.fulfilment;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class FulfilmentRepository implements PanacheRepositoryBase<Fulfilment, UUID> {

    // Once for each request, however many replicas look at the same moment.
    private static final String BEGIN = """
            INSERT INTO fulfilment (request_id, operation, stage, customer_ids, contact_refs, next_attempt_at)
            SELECT id, asked_for, 0, '{}', '{}', ?1 FROM request
            WHERE status = 'FULFILLING' AND planned_at IS NULL AND asked_for <> 'MARKETING_OBJECTION'
                AND NOT EXISTS (SELECT FROM fulfilment WHERE request_id = request.id)
            ORDER BY changed_at LIMIT ?2
            ON CONFLICT DO NOTHING""";

    private static final String CLAIM = """
            UPDATE fulfilment SET next_attempt_at = ?2 WHERE request_id = (
                SELECT request_id FROM fulfilment
                WHERE operation IN ('ACCESS', 'PORTABILITY') AND completed_at IS NOT NULL AND answered_at IS NULL AND next_attempt_at <= ?1
                    AND NOT EXISTS (SELECT FROM redaction_review AS review
                        WHERE review.request_id = fulfilment.request_id AND review.closed_at IS NULL)
                ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING request_id""";

    Uni<Integer> beginAll(Instant now, int limit) {
        return getSession()
                .chain(session -> session.createNativeQuery(BEGIN)
                        .setParameter(1, now)
                        .setParameter(2, limit)
                        .executeUpdate());
    }

    /** Until the transaction ends, nobody else changes it or its tasks. */
    Uni<@Nullable Fulfilment> lock(UUID requestId) {
        return findById(requestId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** One that is due, and is not due again until then; null if there is none. */
    Uni<@Nullable UUID> claimAnswered(Instant now, Instant until) {
        return getSession()
                .chain(session -> session.createNativeQuery(CLAIM, UUID.class)
                        .setParameter(1, now)
                        .setParameter(2, until)
                        .getSingleResultOrNull());
    }

    Uni<Void> extendClaim(UUID requestId, Instant until) {
        return update("nextAttemptAt = ?1 where requestId = ?2", until, requestId)
                .replaceWithVoid();
    }

    Uni<List<UUID>> toPlan(Instant now, int limit) {
        return ids("stage = 0", now, limit);
    }

    Uni<List<UUID>> toReport(Instant now, int limit) {
        return ids("stage = " + Plan.REPORT + " and completedAt is null", now, limit);
    }

    private Uni<List<UUID>> ids(String which, Instant now, int limit) {
        return find(
                        "select requestId from Fulfilment where " + which
                                + " and nextAttemptAt <= ?1 order by nextAttemptAt",
                        now)
                .project(UUID.class)
                .page(Page.ofSize(limit))
                .list();
    }
}
