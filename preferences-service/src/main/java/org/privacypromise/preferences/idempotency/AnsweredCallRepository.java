package org.privacypromise.preferences.idempotency;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.idempotency.Call.Fingerprint;

/** What calls were answered, for as long as their keys are good. */
@ApplicationScoped
class AnsweredCallRepository {

    record AnsweredCall(Fingerprint fingerprint, Answer answer) {}

    /** Whether nobody else is answering this call right now; holds until the transaction ends. */
    Uni<Boolean> begin(Call call) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT pg_try_advisory_xact_lock(hashtextextended(?1 || '/' || ?2 || '/' || ?3, 11))""", Boolean.class)
                        .setParameter(1, call.client())
                        .setParameter(2, call.subject())
                        .setParameter(3, call.key().value())
                        .getSingleResult());
    }

    Uni<@Nullable AnsweredCall> find(Call call, Instant notBefore) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT fingerprint, status, etag, body FROM answered_call
                        WHERE client = ?1 AND subject = ?2 AND key = ?3 AND answered_at >= ?4""", Tuple.class)
                        .setParameter(1, call.client())
                        .setParameter(2, call.subject())
                        .setParameter(3, call.key().value())
                        .setParameter(4, notBefore)
                        .getSingleResultOrNull())
                .map(row -> row == null
                        ? null
                        : new AnsweredCall(
                                new Fingerprint(row.get(0, String.class)),
                                new Answer(
                                        row.get(1, Integer.class),
                                        row.get(2, String.class),
                                        row.get(3, String.class))));
    }

    /** In the place of one that is too old to count, if there is one. */
    Uni<Void> keep(Call call, Answer answer, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        INSERT INTO answered_call (client, subject, key, fingerprint, status, etag, body, answered_at)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                        ON CONFLICT (client, subject, key) DO UPDATE
                            SET fingerprint = EXCLUDED.fingerprint, status = EXCLUDED.status, etag = EXCLUDED.etag,
                                body = EXCLUDED.body, answered_at = EXCLUDED.answered_at""")
                        .setParameter(1, call.client())
                        .setParameter(2, call.subject())
                        .setParameter(3, call.key().value())
                        .setParameter(4, call.fingerprint().hex())
                        .setParameter(5, answer.status())
                        .setParameter(6, answer.etag())
                        .setParameter(7, answer.body())
                        .setParameter(8, now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Integer> deleteBefore(Instant time) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("DELETE FROM answered_call WHERE answered_at < ?1")
                        .setParameter(1, time)
                        .executeUpdate());
    }

    Uni<Integer> deleteAbout(Collection<String> subjects) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("DELETE FROM answered_call WHERE subject IN (?1)")
                        .setParameter(1, subjects)
                        .executeUpdate());
    }
}
