package org.privacypromise.personaldata.keys;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.RetentionClass;
import org.privacypromise.personaldata.WrappingKeys;

@ApplicationScoped
class SubjectKeyRepository implements PanacheRepositoryBase<SubjectKey, UUID> {

    private static final String LIVE = "subject = ?1 and retentionClass = ?2 and wrappedKey is not null";

    // Waits for a concurrent insert of the same key to end, and then does nothing.
    private static final String INSERT_IF_NONE = """
            INSERT INTO subject_keys.subject_key
                (id, subject, retention_class, wrapping_version, wrapped_key, created_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (subject, retention_class) WHERE wrapped_key IS NOT NULL DO NOTHING
            RETURNING id""";

    private static final String TO_REWRAP = """
            SELECT id, subject, retention_class, wrapping_version, wrapped_key, created_at, destroyed_at, certificate_hash
              FROM subject_keys.subject_key WHERE wrapped_key IS NOT NULL AND wrapping_version IN (?1)
            LIMIT ?2 FOR UPDATE SKIP LOCKED""";

    Uni<@Nullable WrappedKey> live(String subject, RetentionClass retentionClass) {
        return find(LIVE, subject, retentionClass.name())
                .project(WrappedKey.class)
                .firstResult();
    }

    Uni<Boolean> insertIfNone(
            UUID id, String subject, RetentionClass retentionClass, WrappingKeys.Wrapped wrapped, Instant now) {
        return getSession()
                .chain(session -> session.createNativeQuery(INSERT_IF_NONE, UUID.class)
                        .setParameter(1, id)
                        .setParameter(2, subject)
                        .setParameter(3, retentionClass.name())
                        .setParameter(4, wrapped.version())
                        .setParameter(5, wrapped.key())
                        .setParameter(6, now)
                        .getResultList())
                .map(inserted -> !inserted.isEmpty());
    }

    Uni<List<SubjectKey>> ofSubject(String subject) {
        return find("subject = ?1 order by createdAt, id", subject)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Uni<List<SubjectKey>> toRewrap(List<Integer> versions, int limit) {
        return getSession()
                .chain(session -> session.createNativeQuery(TO_REWRAP, SubjectKey.class)
                        .setParameter(1, versions)
                        .setParameter(2, limit)
                        .getResultList());
    }
}
