package org.privacypromise.subjecttasks;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@ApplicationScoped
class ErasedSubjectRepository implements PanacheRepositoryBase<ErasedSubject, String> {

    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1, 5))";

    private static final String ERASED = """
            INSERT INTO erased_subject (subject_ref, erased_at) VALUES (?1, ?2)
            ON CONFLICT (subject_ref) DO UPDATE SET erased_at = excluded.erased_at, confirmed_at = NULL""";

    private static final String ACCOUNTED_FOR = """
            INSERT INTO erased_subject (subject_ref, erased_at, confirmed_at) VALUES (?1, ?2, ?2)
            ON CONFLICT (subject_ref) DO UPDATE
            SET confirmed_at = greatest(erased_subject.erased_at, excluded.erased_at)""";

    Uni<Boolean> containsAny(List<String> refs) {
        return count("subjectRef in ?1", refs).map(found -> found > 0);
    }

    Uni<List<ErasedSubject>> among(Collection<String> refs) {
        return list("subjectRef in ?1", refs);
    }

    /** Until the transaction ends, nobody else erases the subjects with these keys; sorted, so that nobody waits in a ring. */
    Uni<Void> lock(List<String> keys) {
        return InTurn.each(
                keys,
                key -> getSession()
                        .chain(session -> session.createNativeQuery(LOCK, Integer.class)
                                .setParameter(1, key)
                                .getSingleResult()));
    }

    Uni<Void> remember(List<String> refs, Instant erasedAt) {
        return InTurn.each(refs, ref -> write(ERASED, ref, erasedAt));
    }

    /** The ledger says so, and nothing is left of the subject here. */
    Uni<Void> accountFor(String ref, Instant ledgerTime) {
        return write(ACCOUNTED_FOR, ref, ledgerTime);
    }

    private Uni<Void> write(String statement, String ref, Instant instant) {
        return getSession()
                .chain(session -> session.createNativeQuery(statement)
                        .setParameter(1, ref)
                        .setParameter(2, instant)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
