package org.privacypromise.preferences.ledger;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.outbox.DirectStatement;

/** The append-only ledger of consent. */
@ApplicationScoped
public class ConsentRecordRepository implements PanacheRepositoryBase<ConsentRecord, Long> {

    private static final String APPEND = """
            INSERT INTO consent_record (key, version, recorded_at, source, actor, notice_version, language, changes, details,
                                        previous_hash, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9::text::jsonb, $10, $11)""";

    /** Joins the caller's transaction. */
    public Uni<Void> append(ConsentRecord record) {
        return getSession()
                .chain(session -> DirectStatement.update(
                        session,
                        APPEND,
                        record.key(),
                        record.version(),
                        record.recordedAt().atOffset(ZoneOffset.UTC),
                        record.source().name(),
                        record.evidence().actor(),
                        record.noticeVersion(),
                        record.language(),
                        JsonColumns.changes(record.changes()),
                        JsonColumns.details(record.details()),
                        Buffer.buffer(record.previousHash().bytes()),
                        Buffer.buffer(record.hash().bytes())))
                .replaceWithVoid();
    }

    /** A subject's records up to this version, in order. */
    public Uni<List<ConsentRecord>> upTo(String key, long version) {
        return list("key = ?1 and version <= ?2 order by version", key, version);
    }

    /** A subject's records as they were at a moment, in order. */
    public Uni<List<ConsentRecord>> asOf(String key, Instant time) {
        return list("key = ?1 and recordedAt <= ?2 order by version", key, time);
    }

    /** A subject's records before this version, the newest first. */
    public Uni<List<ConsentRecord>> newestBefore(String key, long version, int limit) {
        return find("key = ?1 and version < ?2 order by version desc", key, version)
                .page(Page.ofSize(limit))
                .list();
    }

    /** The records of everybody between these IDs, in order. */
    Uni<List<ConsentRecord>> between(long afterId, long upToId) {
        return list("id > ?1 and id <= ?2 order by id", afterId, upToId);
    }

    /** A subject's records between these IDs, in order. */
    Uni<List<ConsentRecord>> between(String key, long afterId, long upToId) {
        return list("key = ?1 and id > ?2 and id <= ?3 order by id", key, afterId, upToId);
    }

    /** The first ID of the subject's records above this one, or null. */
    Uni<@Nullable Long> nextId(String key, long afterId) {
        return getSession()
                .chain(session -> session.createQuery(
                                "select min(id) from ConsentRecord where key = ?1 and id > ?2", Long.class)
                        .setParameter(1, key)
                        .setParameter(2, afterId)
                        .getSingleResultOrNull());
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
