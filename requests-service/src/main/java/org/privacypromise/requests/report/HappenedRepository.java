package org.privacypromise.requests.report;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.privacypromise.requests.report.figure.Happened;

/** What happened in a time, from the histories: they do not change afterwards. */
@ApplicationScoped
class HappenedRepository {

    private static final String RECEIVED = """
            SELECT asked_for, regime, channel, count(*) FROM request
             WHERE received_at >= ?1 AND received_at < ?2 GROUP BY 1, 2, 3""";

    private static final String CLOSED = """
            SELECT r.asked_for, r.regime, h.to_status, r.refusal_ground, r.received_at, h.at, r.due_date
              FROM request_history h JOIN request r ON r.id = h.request_id
             WHERE h.at >= ?1 AND h.at < ?2 AND h.from_status <> h.to_status
               AND h.to_status IN ('ANSWERED', 'ANSWERED_IN_PART', 'REFUSED', 'LAPSED', 'WITHDRAWN')""";

    private static final String EXTENDED = """
            SELECT r.asked_for, r.regime, count(*)
              FROM request_history h JOIN request r ON r.id = h.request_id
             WHERE h.at >= ?1 AND h.at < ?2 AND h.event = 'Extended' GROUP BY 1, 2""";

    private static final String VERDICTS = """
            SELECT verdict, decided_by, count(*) FROM verdict v
             WHERE decided_at >= ?1 AND decided_at < ?2
               AND EXISTS (SELECT FROM request WHERE id::text = v.screening_id) GROUP BY 1, 2""";

    /** From the first moment on, and before the second. */
    Uni<Happened> between(Instant from, Instant to) {
        return rows(RECEIVED, from, to, HappenedRepository::received)
                .chain(received -> rows(CLOSED, from, to, HappenedRepository::closed)
                        .chain(closed -> rows(EXTENDED, from, to, HappenedRepository::extended)
                                .chain(extended -> rows(VERDICTS, from, to, HappenedRepository::verdict)
                                        .map(verdicts -> new Happened(received, closed, extended, verdicts)))));
    }

    private static <T> Uni<List<T>> rows(String query, Instant from, Instant to, Function<Tuple, T> row) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(query, Tuple.class)
                        .setParameter(1, from)
                        .setParameter(2, to)
                        .getResultList())
                .map(all -> all.stream().map(row).toList());
    }

    private static Happened.Received received(Tuple row) {
        return new Happened.Received(text(row, 0), text(row, 1), text(row, 2), number(row, 3));
    }

    private static Happened.Closed closed(Tuple row) {
        return new Happened.Closed(
                text(row, 0),
                text(row, 1),
                text(row, 2),
                row.get(3, String.class),
                row.get(4, OffsetDateTime.class).toInstant(),
                row.get(5, OffsetDateTime.class).toInstant(),
                row.get(6, LocalDate.class));
    }

    private static Happened.Extended extended(Tuple row) {
        return new Happened.Extended(text(row, 0), text(row, 1), number(row, 2));
    }

    private static Happened.Verdict verdict(Tuple row) {
        return new Happened.Verdict(text(row, 0), text(row, 1), number(row, 2));
    }

    private static String text(Tuple row, int column) {
        return row.get(column, String.class);
    }

    private static long number(Tuple row, int column) {
        return ((Number) row.get(column)).longValue();
    }
}
