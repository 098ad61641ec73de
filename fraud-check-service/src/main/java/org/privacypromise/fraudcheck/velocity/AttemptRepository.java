package org.privacypromise.fraudcheck.velocity;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.privacypromise.fraudcheck.velocity.count.Counts;
import org.privacypromise.fraudcheck.velocity.count.Measure;
import org.privacypromise.fraudcheck.velocity.count.Window;

/** Attempts as they are counted. Lists of references travel as one text: none has a comma in it. */
@ApplicationScoped
class AttemptRepository {

    // The subquery is sorted, so that all lock in the same order and none waits for one that waits for it.
    private static final String LOCK = """
            SELECT count(*)
              FROM (SELECT DISTINCT hashtextextended(name, 3) AS lock
                      FROM unnest(string_to_array(?1, ',')) name ORDER BY 1) locks,
                   LATERAL pg_advisory_xact_lock(locks.lock)""";

    private static final String STORE = """
            INSERT INTO attempt (what, origin, contact_point, customer, at)
            VALUES (?1, nullif(?2, ''), nullif(?3, ''), nullif(?4, ''), ?5)""";

    // One statement, as its own attempt is not among the stored ones yet: that is added by hand. Each part reads at
    // most the
    // newest 1000 of one index, however many there are.
    private static final String STORE_AND_COUNT = """
            WITH stored AS (
                INSERT INTO attempt (what, origin, contact_point, customer, at)
                VALUES (?9, nullif(?10, ''), nullif(?11, ''), nullif(?12, ''), ?8))
            SELECT measure,
                   count(*) FILTER (WHERE at > ?5), count(*) FILTER (WHERE at > ?6),
                   count(*) FILTER (WHERE at > ?7), count(*) FILTER (WHERE at > ?4)
              FROM (%s
                    UNION ALL
                    SELECT own, CAST(?8 AS timestamptz) FROM unnest(string_to_array(?13, ',')) own) attempts
             GROUP BY measure
            UNION ALL
            SELECT 'origin.contact_points',
                   count(DISTINCT contact_point) FILTER (WHERE at > ?5),
                   count(DISTINCT contact_point) FILTER (WHERE at > ?6),
                   count(DISTINCT contact_point) FILTER (WHERE at > ?7),
                   count(DISTINCT contact_point) FILTER (WHERE at > ?4)
              FROM (%s
                    UNION ALL
                    SELECT nullif(?11, ''), CAST(?8 AS timestamptz) WHERE ?10 <> '') contact_points""".formatted(
            String.join(
                    " UNION ALL ",
                    newest(Measure.ORIGIN_REQUESTS, "origin", 1, "REQUEST"),
                    newest(Measure.ORIGIN_VERIFICATIONS, "origin", 1, "VERIFICATION"),
                    newest(Measure.CONTACT_POINT_REQUESTS, "contact_point", 2, "REQUEST"),
                    newest(Measure.CONTACT_POINT_VERIFICATIONS, "contact_point", 2, "VERIFICATION"),
                    newest(Measure.CONTACT_POINT_FAILED_VERIFICATIONS, "contact_point", 2, "FAILED_VERIFICATION"),
                    newest(Measure.CONTACT_POINT_DISPOSABLE_MAILBOXES, "contact_point", 2, "DISPOSABLE_MAILBOX"),
                    newest(Measure.CUSTOMER_REQUESTS, "customer", 3, "REQUEST"),
                    newest(Measure.CUSTOMER_VERIFICATIONS, "customer", 3, "VERIFICATION")),
            String.join(
                    " UNION ALL ",
                    newestOf("contact_point, at", "origin", 1, "REQUEST"),
                    newestOf("contact_point, at", "origin", 1, "VERIFICATION")));

    /** Until the transaction ends, nobody else counts what is called by one of these names. */
    Uni<Void> lock(List<String> names) {
        return session(session -> session.createNativeQuery(LOCK, Long.class)
                .setParameter(1, String.join(",", names))
                .getSingleResult()
                .replaceWithVoid());
    }

    Uni<Void> store(Attempt attempt) {
        return session(session -> session.createNativeQuery(STORE)
                .setParameter(1, attempt.what().name())
                .setParameter(2, first(attempt.origin()))
                .setParameter(3, first(attempt.contactPoint()))
                .setParameter(4, first(attempt.customer()))
                .setParameter(5, attempt.at())
                .executeUpdate()
                .replaceWithVoid());
    }

    /** Stores this attempt and tells what there is now of whoever made it, itself included. */
    Uni<Counts> storeAndCount(Attempt attempt) {
        Instant now = attempt.at();
        return session(session -> session.createNativeQuery(STORE_AND_COUNT, Tuple.class)
                        .setParameter(1, String.join(",", attempt.origin()))
                        .setParameter(2, String.join(",", attempt.contactPoint()))
                        .setParameter(3, String.join(",", attempt.customer()))
                        .setParameter(4, Window.LAST_30_DAYS.openedAt(now))
                        .setParameter(5, Window.LAST_10_MINUTES.openedAt(now))
                        .setParameter(6, Window.LAST_HOUR.openedAt(now))
                        .setParameter(7, Window.LAST_DAY.openedAt(now))
                        .setParameter(8, now)
                        .setParameter(9, attempt.what().name())
                        .setParameter(10, first(attempt.origin()))
                        .setParameter(11, first(attempt.contactPoint()))
                        .setParameter(12, first(attempt.customer()))
                        .setParameter(
                                13,
                                attempt.measures().stream().map(Measure::word).collect(Collectors.joining(",")))
                        .getResultList())
                .map(AttemptRepository::counts);
    }

    /** Those that were counted for one of these references, the newest first. */
    Uni<List<CountedAttempt>> of(List<String> contactPoints, List<String> customers) {
        return session(session -> session.createNativeQuery("""
                        SELECT what, at, origin IS NOT NULL FROM attempt
                         WHERE contact_point = ANY (string_to_array(?1, ',')) OR customer = ANY (string_to_array(?2, ','))
                         ORDER BY at DESC, id DESC LIMIT ?3""", Tuple.class)
                        .setParameter(1, String.join(",", contactPoints))
                        .setParameter(2, String.join(",", customers))
                        .setParameter(3, Counts.MOST)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new CountedAttempt(
                                Attempt.What.valueOf(row.get(0, String.class)),
                                row.get(1, OffsetDateTime.class).toInstant(),
                                row.get(2, Boolean.class)))
                        .toList());
    }

    Uni<Void> forget(List<String> contactPoints, List<String> customers) {
        return session(session -> session.createNativeQuery("""
                        DELETE FROM attempt
                         WHERE contact_point = ANY (string_to_array(?1, ',')) OR customer = ANY (string_to_array(?2, ','))""")
                .setParameter(1, String.join(",", contactPoints))
                .setParameter(2, String.join(",", customers))
                .executeUpdate()
                .replaceWithVoid());
    }

    /** @return how many are forgotten, at most {@code limit} */
    Uni<Integer> forgetUntil(Instant tooOld, int limit) {
        return session(session -> session.createNativeQuery(
                        "DELETE FROM attempt WHERE id IN (SELECT id FROM attempt WHERE at <= ?1 LIMIT ?2)")
                .setParameter(1, tooOld)
                .setParameter(2, limit)
                .executeUpdate());
    }

    private static Counts counts(List<Tuple> rows) {
        Map<Measure, Map<Window, Long>> counts = new EnumMap<>(Measure.class);
        rows.forEach(row -> Measure.named(row.get(0, String.class))
                .ifPresent(measure -> counts.put(
                        measure,
                        Map.of(
                                Window.LAST_10_MINUTES, row.get(1, Long.class),
                                Window.LAST_HOUR, row.get(2, Long.class),
                                Window.LAST_DAY, row.get(3, Long.class),
                                Window.LAST_30_DAYS, row.get(4, Long.class)))));
        return Counts.of(counts);
    }

    private static String newest(Measure measure, String column, int parameter, String what) {
        return newestOf("'" + measure.word() + "' AS measure, at", column, parameter, what);
    }

    /** One look into the index for each reference: a list of them in one condition would be read whole and sorted. */
    private static String newestOf(String columns, String column, int parameter, String what) {
        return """
                (SELECT %s FROM unnest(string_to_array(?%d, ',')) reference,
                        LATERAL (SELECT contact_point, at FROM attempt
                                  WHERE %s = reference AND what = '%s' AND at > ?4
                                  ORDER BY at DESC LIMIT %d) newest)""".formatted(columns, parameter, column, what, Counts.MOST);
    }

    private static String first(List<String> references) {
        return references.isEmpty() ? "" : references.getFirst();
    }

    private static <T> Uni<T> session(Function<Mutiny.Session, Uni<T>> work) {
        return Panache.getSession().chain(work::apply);
    }
}
