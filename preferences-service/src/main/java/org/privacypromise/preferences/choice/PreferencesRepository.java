package org.privacypromise.preferences.choice;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored preferences, by {@code c:<customer ID>} or {@code p:<contact reference>}. */
@ApplicationScoped
public class PreferencesRepository implements PanacheRepositoryBase<Preferences, String> {

    /**
     * The subject's row, locked until the transaction ends, or null if there is none.
     */
    Uni<@Nullable Preferences> lock(String key) {
        return findById(key, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Waits until nobody else has a turn with this subject; holds until the transaction ends. For what has to be decided
     * where there is no row to lock. Who needs several turns takes contact points before customers. A bulk import, which
     * could not take a turn with each of thousands, has a turn with everybody: lock 7.
     */
    Uni<Void> takeTurn(String key) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                SELECT 1 FROM pg_advisory_xact_lock_shared(7),
                                              pg_advisory_xact_lock(hashtextextended(?1, 7))""", Integer.class)
                        .setParameter(1, key)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** How many of these subjects have preferences. */
    public Uni<Long> countOf(List<String> keys) {
        return count("key in ?1", keys);
    }

    /** Those with a key after this one, in the order of their keys. */
    public Uni<List<Preferences>> page(String after, int limit) {
        return find("key > ?1 order by key", after).page(Page.ofSize(limit)).list();
    }

    /** Some of whose changes the systems do not know yet, locked; whom somebody else has locked comes later. */
    Uni<List<Preferences>> lockUntold(int limit) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT * FROM preferences WHERE untold_from IS NOT NULL
                         ORDER BY key LIMIT ?1 FOR NO KEY UPDATE SKIP LOCKED""", Preferences.class)
                        .setParameter(1, limit)
                        .getResultList());
    }

    /** How many events wait for the relay, counted up to this many. */
    Uni<Long> waitingToBePublished(long most) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT count(*) FROM (SELECT FROM outbox LIMIT ?1) AS waiting", Long.class)
                        .setParameter(1, most)
                        .getSingleResult());
    }

    /**
     * Creates the row unless another transaction has been faster; true if it is ours. Where there is evidence of a time
     * before, versions and evidence go on from it.
     */
    Uni<Boolean> insertIfAbsent(Preferences first) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                        INSERT INTO preferences (key, version, created_at, changed_at, choices, ledger_head)
                        VALUES (?1,
                                ?2 + coalesce((SELECT max(version) FROM consent_record WHERE key = ?1), 0),
                                ?3, ?3, '{"list": []}',
                                (SELECT hash FROM consent_record WHERE key = ?1 ORDER BY version DESC LIMIT 1))
                        ON CONFLICT DO NOTHING""")
                        .setParameter(1, first.key())
                        .setParameter(2, first.version())
                        .setParameter(3, first.createdAt())
                        .executeUpdate())
                .map(rows -> rows == 1);
    }
}
