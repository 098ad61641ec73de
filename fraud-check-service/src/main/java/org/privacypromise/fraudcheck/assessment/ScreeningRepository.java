package org.privacypromise.fraudcheck.assessment;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.fraudcheck.rule.verdict.Verdict;

/** The stored screenings. */
@ApplicationScoped
public class ScreeningRepository implements PanacheRepositoryBase<Screening, String> {

    private static final String OPEN = "screened = 'REQUEST' and rulesVerdict <> 'ALLOW' and humanVerdict is null";

    // Two walks along an index, each from where the last page ended: the c: come before the p:.
    private static final String KNOWN = """
            (SELECT 'c:' || customer_id AS key, min(screened_at) FROM screening
              WHERE customer_id > CASE WHEN ?1 < 'c:' THEN '' WHEN ?1 < 'p:' THEN substr(?1, 3) END
              GROUP BY customer_id ORDER BY customer_id LIMIT ?2)
            UNION ALL
            (SELECT 'p:' || contact_ref, min(screened_at) FROM screening
              WHERE contact_ref > CASE WHEN ?1 < 'p:' THEN '' ELSE substr(?1, 3) END
              GROUP BY contact_ref ORDER BY contact_ref LIMIT ?2)
            ORDER BY 1 LIMIT ?2""";

    /** The screening, locked until the transaction ends, or null if there is none. */
    public Uni<@Nullable Screening> lock(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The newest first, from this position on. */
    Uni<List<Screening>> newest(@Nullable Verdict verdict, Position before, int limit) {
        String older = "(screenedAt < ?1 or (screenedAt = ?1 and id < ?2))";
        String order = " order by screenedAt desc, id desc";
        var found = verdict == null
                ? find(older + order, before.at(), before.id())
                : find(
                        older + " and coalesce(humanVerdict, rulesVerdict) = ?3" + order,
                        before.at(),
                        before.id(),
                        verdict);
        return found.page(Page.ofSize(limit)).list();
    }

    /** What waits for a person, the oldest first, from this position on. */
    public Uni<List<Screening>> open(Position after, int limit) {
        return find(
                        OPEN + " and (screenedAt > ?1 or (screenedAt = ?1 and id > ?2)) order by screenedAt, id",
                        after.at(),
                        after.id())
                .page(Page.ofSize(limit))
                .list();
    }

    /** Everything about these customers and contact points, the oldest first. */
    public Uni<List<Screening>> about(List<String> customerIds, List<String> contactRefs) {
        return about(customerIds, contactRefs, LockModeType.NONE);
    }

    /** As {@link #about(List, List)}, locked until the transaction ends. */
    public Uni<List<Screening>> lockAbout(List<String> customerIds, List<String> contactRefs) {
        return about(customerIds, contactRefs, LockModeType.PESSIMISTIC_WRITE);
    }

    private Uni<List<Screening>> about(List<String> customerIds, List<String> contactRefs, LockModeType lock) {
        return find("customerId in ?1 or contactRef in ?2 order by screenedAt, id", customerIds, contactRefs)
                .withLock(lock)
                .list();
    }

    /** A customer or contact point that there are screenings about, and when the first was. */
    public record Known(String key, Instant since) {}

    /** In the order of their keys {@code c:...} and {@code p:...}, after this one. */
    public Uni<List<Known>> known(String after, int limit) {
        return getSession()
                .chain(session -> session.createNativeQuery(KNOWN, Tuple.class)
                        .setParameter(1, after)
                        .setParameter(2, limit)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Known(
                                row.get(0, String.class),
                                row.get(1, OffsetDateTime.class).toInstant()))
                        .toList());
    }

    /** What has come to its end before that time and waits for nobody; locked until the transaction ends. */
    Uni<List<Screening>> concludedUntil(Instant time, int limit) {
        return find(
                        "screenedAt <= ?1 and coalesce(decidedAt, screenedAt) <= ?1 and not (" + OPEN
                                + ") order by screenedAt",
                        time)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(Page.ofSize(limit))
                .list();
    }
}
