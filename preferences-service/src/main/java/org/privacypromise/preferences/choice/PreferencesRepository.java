package org.privacypromise.preferences.choice;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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
