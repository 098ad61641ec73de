package org.privacypromise.requests.record;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

@ApplicationScoped
class DisclosureRepository {

    private static final String TASKS = """
            SELECT system, operation, count(*), count(*) FILTER (WHERE state = 'ANSWERED')
              FROM task GROUP BY 1, 2 ORDER BY 1, 2""";

    private static final String PACKAGES = "SELECT count(*), coalesce(sum(downloads), 0) FROM answer_package";

    /** In the caller's session. */
    Uni<Disclosures> counted() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TASKS, Tuple.class).getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Disclosures.OfSystem(
                                row.get(0, String.class), row.get(1, String.class), number(row, 2), number(row, 3)))
                        .toList())
                .chain(systems -> Panache.getSession()
                        .chain(session ->
                                session.createNativeQuery(PACKAGES, Tuple.class).getSingleResult())
                        .map(row -> new Disclosures(systems, number(row, 0), number(row, 1))));
    }

    private static long number(Tuple row, int column) {
        return ((Number) row.get(column)).longValue();
    }
}
