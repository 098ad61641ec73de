package org.privacypromise.requests.verification;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.privacypromise.events.VerificationConcluded;

/** What is known of verifications, by their IDs. Null from {@code findById}: nothing was told yet. */
@ApplicationScoped
public class VerificationRepository implements PanacheRepositoryBase<Verification, String> {

    private static final String FORGET = """
            DELETE FROM verification v WHERE concluded_at < ?1
            AND NOT EXISTS (SELECT FROM request r WHERE r.verification_id = v.id AND r.closed_at IS NULL)""";

    private static final String EXPIRED = """
            SELECT r.id FROM request r JOIN verification v ON v.id = r.verification_id
            WHERE r.status = 'AWAITING_VERIFICATION' AND v.outcome = 'EXPIRED' AND v.concluded_at < ?1
            ORDER BY v.concluded_at LIMIT ?2""";

    /** Keeps what was told, and returns what is known now. */
    public Uni<Verification> learn(VerificationConcluded told) {
        return findById(told.verificationId())
                .chain(known -> known == null
                        ? persist(Verification.of(told))
                        : Uni.createFrom().item(known).invoke(found -> found.update(told)));
    }

    /** Requests whose code ran out of time before this moment, without another one since. */
    public Uni<List<UUID>> requestsExpiredBefore(Instant moment, int limit) {
        return getSession()
                .chain(session -> session.createNativeQuery(EXPIRED, UUID.class)
                        .setParameter(1, moment)
                        .setParameter(2, limit)
                        .getResultList());
    }

    /** Forgets those that ended before this moment, but for those of open requests; says how many. */
    Uni<Integer> forgetConcludedBefore(Instant moment) {
        return getSession()
                .chain(session -> session.createNativeQuery(FORGET)
                        .setParameter(1, moment)
                        .executeUpdate());
    }
}
