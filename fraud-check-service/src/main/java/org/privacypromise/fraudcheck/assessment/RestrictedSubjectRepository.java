package org.privacypromise.fraudcheck.assessment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Who has had the use of their data stopped (GDPR Art. 18): no rule looks at them until that is lifted. */
@ApplicationScoped
public class RestrictedSubjectRepository {

    private static final String ADD =
            "INSERT INTO restricted_subject SELECT unnest(CAST(?1 AS text[])), CAST(?2 AS timestamptz) ON CONFLICT DO NOTHING";
    private static final String REMOVE = "DELETE FROM restricted_subject WHERE subject_key = ANY (?1)";
    private static final String ANY = "SELECT EXISTS (SELECT FROM restricted_subject WHERE subject_key = ANY (?1))";

    /** @param keys {@code c:<customer ID>} or {@code p:<contact reference>} */
    public Uni<Void> add(List<String> keys, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter(1, keys.toArray(String[]::new))
                        .setParameter(2, now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    public Uni<Void> remove(List<String> keys) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REMOVE)
                        .setParameter(1, keys.toArray(String[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Boolean> containsAny(List<String> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().item(false)
                : Panache.getSession().chain(session -> session.createNativeQuery(ANY, Boolean.class)
                        .setParameter(1, keys.toArray(String[]::new))
                        .getSingleResult());
    }
}
