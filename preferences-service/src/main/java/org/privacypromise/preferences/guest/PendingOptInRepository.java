package org.privacypromise.preferences.guest;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sign-ups that wait to be confirmed. */
@ApplicationScoped
class PendingOptInRepository implements PanacheRepositoryBase<PendingOptIn, UUID> {

    /** Without the rest of it, for that is only read once it is one's turn there. */
    Uni<@Nullable String> contactRefOf(UUID id) {
        return getSession()
                .chain(session -> session.createQuery("select contactRef from PendingOptIn where id = ?1", String.class)
                        .setParameter(1, id)
                        .getSingleResultOrNull());
    }

    /** Those at this contact point whose time is not over. */
    Uni<List<PendingOptIn>> openAt(String contactRef, Instant now) {
        return list("contactRef = ?1 and confirmedAt is null and expiresAt > ?2 order by askedAt", contactRef, now);
    }

    Uni<List<PendingOptIn>> of(Collection<String> contactRefs) {
        return list("contactRef in ?1 order by askedAt", contactRefs);
    }

    Uni<Long> deleteAt(Collection<String> contactRefs) {
        return delete("contactRef in ?1", contactRefs);
    }

    Uni<Long> deleteExpired(Instant now) {
        return delete("expiresAt < ?1", now);
    }
}
