package org.privacypromise.requests.verification;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.privacypromise.events.VerificationConcluded;

/** What is known of verifications, by their IDs. Null from {@code findById}: nothing was told yet. */
@ApplicationScoped
public class VerificationRepository implements PanacheRepositoryBase<Verification, String> {

    private static final String FORGET = """
            DELETE FROM verification v WHERE concluded_at < ?1
            AND NOT EXISTS (SELECT FROM request r WHERE r.verification_id = v.id AND r.closed_at IS NULL)""";

    /** Keeps what was told, and returns what is known now. */
    public Uni<Verification> learn(VerificationConcluded told) {
        return findById(told.verificationId())
                .chain(known -> known == null
                        ? persist(Verification.of(told))
                        : Uni.createFrom().item(known).invoke(found -> found.update(told)));
    }

    /** Forgets those that ended before this moment, but for those of open requests; says how many. */
    Uni<Integer> forgetConcludedBefore(Instant moment) {
        return getSession()
                .chain(session -> session.createNativeQuery(FORGET)
                        .setParameter(1, moment)
                        .executeUpdate());
    }
}
