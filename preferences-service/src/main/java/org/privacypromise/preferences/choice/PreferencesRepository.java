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
     * where there is no row to lock. Who needs several turns takes contact points before customers.
     */
    Uni<Void> takeTurn(String key) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1, 7))", Integer.class)
                        .setParameter(1, key)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** Those with a key after this one, in the order of their keys. */
    public Uni<List<Preferences>> page(String after, int limit) {
        return find("key > ?1 order by key", after).page(Page.ofSize(limit)).list();
    }

    /** Creates the row unless another transaction has been faster; true if it is ours. */
    Uni<Boolean> insertIfAbsent(Preferences first) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                        INSERT INTO preferences (key, version, created_at, changed_at, choices)
                        VALUES (?1, ?2, ?3, ?3, '{"list": []}') ON CONFLICT DO NOTHING""")
                        .setParameter(1, first.key())
                        .setParameter(2, first.version())
                        .setParameter(3, first.createdAt())
                        .executeUpdate())
                .map(rows -> rows == 1);
    }
}
