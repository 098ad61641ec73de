package org.privacypromise.preferences.propagation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

/** The newest acknowledgement of each system for each subject. */
@ApplicationScoped
class AcknowledgementRepository {

    /**
     * Stores it unless a newer one is there. A repeat of the same version does not move the time from which it has been
     * in force.
     */
    Uni<Boolean> advance(Acknowledgement acknowledgement) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        INSERT INTO acknowledgement AS a (system, key, version, effective_from)
                        VALUES (?1, ?2, ?3, ?4)
                        ON CONFLICT (key, system) DO UPDATE
                            SET version = EXCLUDED.version, effective_from = EXCLUDED.effective_from
                            WHERE a.version < EXCLUDED.version""")
                        .setParameter(1, acknowledgement.system())
                        .setParameter(2, acknowledgement.key())
                        .setParameter(3, acknowledgement.version())
                        .setParameter(4, acknowledgement.effectiveFrom())
                        .executeUpdate()
                        .map(rows -> rows == 1));
    }

    /**
     * The newest version of a subject's preferences, 0 if there is none. Until the transaction ends the subject can be
     * changed, but not erased.
     */
    Uni<Long> newestVersion(String key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT version FROM preferences WHERE key = ?1 FOR KEY SHARE", Long.class)
                        .setParameter(1, key)
                        .getResultList())
                .map(found -> found.isEmpty() ? 0L : found.getFirst());
    }

    Uni<Integer> remove(Collection<String> keys) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("DELETE FROM acknowledgement WHERE key IN (?1)")
                        .setParameter(1, keys)
                        .executeUpdate());
    }

    Uni<List<Acknowledgement>> of(String key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT system, version, effective_from FROM acknowledgement WHERE key = ?1",
                                Tuple.class)
                        .setParameter(1, key)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Acknowledgement(
                                row.get(0, String.class),
                                key,
                                row.get(1, Long.class),
                                row.get(2, OffsetDateTime.class).toInstant()))
                        .toList());
    }
}
