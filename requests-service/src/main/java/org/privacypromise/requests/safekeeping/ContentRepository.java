package org.privacypromise.requests.safekeeping;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Contents and their chunks; deleting a content takes its chunks along. */
@ApplicationScoped
class ContentRepository implements PanacheRepositoryBase<Content, UUID> {

    private static final String APPEND = "INSERT INTO content_chunk (content_id, index, sealed) VALUES (?1, ?2, ?3)";
    private static final String CHUNK = "SELECT sealed FROM content_chunk WHERE content_id = ?1 AND index = ?2";

    Uni<Void> append(UUID content, long index, byte[] sealed) {
        return getSession()
                .chain(session -> session.createNativeQuery(APPEND)
                        .setParameter(1, content)
                        .setParameter(2, index)
                        .setParameter(3, sealed)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Fails if there is no such chunk (any more). */
    Uni<byte[]> chunk(UUID content, long index) {
        return getSession()
                .chain(session -> session.createNativeQuery(CHUNK, byte[].class)
                        .setParameter(1, content)
                        .setParameter(2, index)
                        .getSingleResult());
    }

    /**
     * By a statement: Hibernate Reactive 3.2 keeps the completion of an entity's removal in a field that all sessions
     * share, so that of two removals at the same moment one never ends, and neither does its transaction.
     */
    Uni<Void> discard(UUID content) {
        return delete("id", content).replaceWithVoid();
    }

    Uni<Long> deleteUnsealed(Instant openedBefore) {
        return delete("sealed = false and openedAt < ?1", openedBefore);
    }
}
