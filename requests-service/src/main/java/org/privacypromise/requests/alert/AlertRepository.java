package org.privacypromise.requests.alert;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** The alerts that were raised: one for each request, level and due date. */
@ApplicationScoped
public class AlertRepository {

    // The last moment is the end of the due date: a day more or less of a zone is nothing that an alert depends on.
    private static final String RAISE = """
            INSERT INTO request_alert (request_id, level, due_date, raised_at)
            SELECT id, ?1, due_date, ?2 FROM request
            WHERE closed_at IS NULL
                AND ?2 >= received_at + (((due_date + 1)::timestamp AT TIME ZONE 'UTC') - received_at) * ?3
            ON CONFLICT DO NOTHING""";
    private static final String OPEN = """
            SELECT r.asked_for, r.regime, coalesce(
                (SELECT a.level FROM request_alert a WHERE a.request_id = r.id AND a.due_date = r.due_date
                 ORDER BY array_position(ARRAY['HALF', 'TARGET', 'EIGHTY', 'NINETY_FIVE', 'OVERDUE'], a.level) DESC LIMIT 1),
                'NONE') AS bucket, count(*) AS requests
            FROM request r WHERE r.closed_at IS NULL GROUP BY 1, 2, 3""";

    /** How many open requests of one kind have come this far. */
    record Count(String right, String regime, String bucket, long requests) {}

    /** Returns how many are new. In the caller's transaction. */
    Uni<Integer> raise(Level level, double share, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RAISE)
                        .setParameter(1, level.name())
                        .setParameter(2, now)
                        .setParameter(3, share)
                        .executeUpdate());
    }

    /** The first one first; in the caller's session. */
    public Uni<List<Alert>> of(UUID request) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT level, due_date, raised_at FROM request_alert WHERE request_id = ?1"
                                        + " ORDER BY raised_at, level",
                                Tuple.class)
                        .setParameter(1, request)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Alert(
                                request,
                                Level.valueOf(row.get(0, String.class)),
                                row.get(1, LocalDate.class),
                                row.get(2, OffsetDateTime.class).toInstant()))
                        .toList());
    }

    /** Every open request is in one of them. */
    Uni<List<Count>> open() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OPEN, Tuple.class).getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Count(
                                row.get(0, String.class),
                                row.get(1, String.class),
                                row.get(2, String.class),
                                row.get(3, Long.class)))
                        .toList());
    }
}
