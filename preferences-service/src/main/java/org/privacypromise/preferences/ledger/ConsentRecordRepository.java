package org.privacypromise.preferences.ledger;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The append-only ledger of consent. */
@ApplicationScoped
public class ConsentRecordRepository implements PanacheRepositoryBase<ConsentRecord, Long> {

    /** Joins the caller's transaction. */
    public Uni<Void> append(ConsentRecord record) {
        return persist(record).replaceWithVoid();
    }

    /** The evidence about these subjects, oldest first. */
    public Uni<List<ConsentRecord>> of(Collection<String> keys) {
        return list("key in ?1 order by recordedAt, id", keys);
    }

    /**
     * From now on the evidence about these subjects is kept for a limited time only; a day that is fixed already does
     * not move.
     *
     * @return the last day on which some of it is there; null if there is none
     */
    public Uni<@Nullable LocalDate> keepUntil(Collection<String> keys, LocalDate day) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "UPDATE consent_record SET release_on = ?1 WHERE key IN (?2) AND release_on IS NULL")
                        .setParameter(1, day)
                        .setParameter(2, keys)
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(
                                        "SELECT max(release_on) FROM consent_record WHERE key IN (?1)", LocalDate.class)
                                .setParameter(1, keys)
                                .getSingleResult()));
    }

    /** Erases what was to be kept until the day before. */
    Uni<Integer> release(LocalDate today) {
        return getSession()
                .chain(session -> session.createNativeQuery("DELETE FROM consent_record WHERE release_on < ?1")
                        .setParameter(1, today)
                        .executeUpdate());
    }
}
