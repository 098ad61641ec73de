package org.privacypromise.preferences.leak;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The incidents that were found. */
@ApplicationScoped
class IncidentRepository implements PanacheRepositoryBase<Incident, Long> {

    /** Of the same message there is one incident; true if it is new. */
    Uni<Boolean> add(Incident incident) {
        return getSession()
                .chain(session ->
                        values(session.createNativeQuery("""
                        INSERT INTO incident (kind, subject_ref, key, purpose, channel, brand, system, message_ref, sent_at,
                                              detected_at, refused_at, refused_version, record_hash,
                                              acknowledged_version, effective_from, due_at)
                        VALUES (?1, ?2, CAST(?3 AS text), ?4, ?5, ?6, ?7, ?8, ?9, ?10, CAST(?11 AS timestamptz), CAST(?12 AS bigint), CAST(?13 AS text),
                                CAST(?14 AS bigint), CAST(?15 AS timestamptz), CAST(?16 AS timestamptz))
                        ON CONFLICT DO NOTHING"""), incident).executeUpdate())
                .map(rows -> rows == 1);
    }

    private static Mutiny.MutationQuery values(Mutiny.MutationQuery query, Incident incident) {
        return query.setParameter(1, incident.kind.name())
                .setParameter(2, incident.subjectRef)
                .setParameter(3, incident.key)
                .setParameter(4, incident.purpose)
                .setParameter(5, incident.channel)
                .setParameter(6, incident.brand)
                .setParameter(7, incident.system)
                .setParameter(8, incident.messageRef)
                .setParameter(9, incident.sentAt)
                .setParameter(10, incident.detectedAt)
                .setParameter(11, incident.refusedAt)
                .setParameter(12, incident.refusedVersion)
                .setParameter(13, incident.recordHash)
                .setParameter(14, incident.acknowledgedVersion)
                .setParameter(15, incident.effectiveFrom)
                .setParameter(16, incident.dueAt);
    }

    /**
     * The newest first.
     *
     * @param open true for open ones only, false for closed ones, null for all
     * @param before the ID that they are below, null for the newest
     */
    Uni<List<Incident>> page(@Nullable Boolean open, @Nullable String system, @Nullable Long before, int limit) {
        Parameters parameters = Parameters.with("before", before == null ? Long.MAX_VALUE : before);
        String query = "id < :before";
        if (system != null) {
            query += " and system = :system";
            parameters.and("system", system);
        }
        if (open != null) {
            query += open ? " and closedAt is null" : " and closedAt is not null";
        }
        return find(query + " order by id desc", parameters)
                .page(Page.ofSize(limit))
                .list();
    }

    /** False if there is no such incident; one that is closed stays as it is. */
    Uni<Boolean> close(long id, Instant at, String by, String reason) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                        UPDATE incident SET closed_at = coalesce(closed_at, ?2),
                                            closed_by = coalesce(closed_by, ?3),
                                            closing_reason = coalesce(closing_reason, ?4)
                         WHERE id = ?1""")
                        .setParameter(1, id)
                        .setParameter(2, at)
                        .setParameter(3, by)
                        .setParameter(4, reason)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    Uni<Map<String, Long>> openBySystem() {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT system, count(*) FROM incident WHERE closed_at IS NULL GROUP BY system",
                                Tuple.class)
                        .getResultList())
                .map(rows -> {
                    Map<String, Long> open = new HashMap<>();
                    rows.forEach(row -> open.put(row.get(0, String.class), row.get(1, Long.class)));
                    return open;
                });
    }

    Uni<List<Incident>> about(Collection<String> keys) {
        return list("key in ?1 order by id", keys);
    }

    /**
     * The incidents stay, but nobody can tell any more whom they were about: the evidence of an erased subject stays for
     * its time, and a hash would lead there.
     */
    Uni<Integer> forget(Collection<String> keys) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "UPDATE incident SET key = NULL, record_hash = NULL WHERE key IN (?1)")
                        .setParameter(1, keys)
                        .executeUpdate());
    }

    Uni<Long> deleteBefore(Instant time) {
        return delete("detectedAt < ?1", time);
    }

    /** When somebody with one of these references was erased last; null if nobody was. */
    Uni<@Nullable Instant> erasedAt(List<String> refs) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT max(erased_at) FROM erased_subject WHERE subject_ref IN (?1)", Instant.class)
                        .setParameter(1, refs)
                        .getSingleResult());
    }
}
