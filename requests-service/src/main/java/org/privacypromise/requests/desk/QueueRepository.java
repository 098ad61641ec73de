package org.privacypromise.requests.desk;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queue: one statement for a page, whatever is asked for and however long the queue is. */
@ApplicationScoped
class QueueRepository {

    // First the page, then what is said of its requests: only so many tasks are counted.
    private static final String PAGE = """
            WITH page AS MATERIALIZED (
                SELECT r.id, r.asked_for, r.status, r.regime, r.place, r.channel, r.received_at, r.due_date, r.closed_at,
                       c.assignee
                  FROM request r LEFT JOIN desk_case c ON c.request_id = r.id
                 WHERE %s
                 ORDER BY r.due_date, r.id LIMIT ?)
            SELECT page.id, page.asked_for, page.status, page.regime, page.place, page.channel, page.received_at,
                   page.due_date, page.closed_at IS NOT NULL AS closed, page.assignee, work.done, work.planned, work.waiting,
                   proposal.outcome AS proposed, reached.level AS alert
              FROM page
              LEFT JOIN LATERAL (
                SELECT count(*) FILTER (WHERE state = 'ANSWERED') AS done, count(*) AS planned,
                       string_agg(DISTINCT system, ',' ORDER BY system) FILTER (WHERE state NOT IN ('ANSWERED', 'GIVEN_UP')) AS waiting
                  FROM task WHERE request_id = page.id) AS work ON true
              LEFT JOIN LATERAL (
                SELECT level FROM request_alert WHERE request_id = page.id AND due_date = page.due_date
                 ORDER BY array_position(ARRAY['HALF', 'TARGET', 'EIGHTY', 'NINETY_FIVE', 'OVERDUE'], level) DESC
                 LIMIT 1) AS reached ON true
              LEFT JOIN desk_proposal proposal ON proposal.request_id = page.id AND proposal.state = 'OPEN'
             ORDER BY page.due_date, page.id""";

    /**
     * What is due first comes first.
     *
     * @param after the last one of the page before; null for the first page
     */
    Uni<List<QueueEntry>> page(QueueFilter filter, @Nullable QueuePosition after, int limit) {
        List<String> where = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        restrict(filter, where, values);
        if (after != null) {
            where.add("(r.due_date, r.id) > (?, ?)");
            values.add(after.dueDate());
            values.add(after.request());
        }
        values.add(limit);
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(
                            numbered(PAGE.formatted(String.join(" AND ", where))), Tuple.class);
                    for (int i = 0; i < values.size(); i++) {
                        query.setParameter(i + 1, values.get(i));
                    }
                    return query.getResultList();
                })
                .map(rows -> rows.stream().map(QueueEntry::of).toList());
    }

    private static void restrict(QueueFilter filter, List<String> where, List<Object> values) {
        if (filter.stage() == null) {
            where.add("r.closed_at IS NULL");
        } else {
            where.add("r.status = ?");
            values.add(filter.stage().name());
        }
        if (filter.right() != null) {
            where.add("r.asked_for = ?");
            values.add(filter.right().name());
        }
        if (filter.place() != null) {
            where.add("r.place = ?");
            values.add(filter.place());
        }
        if (filter.dueBefore() != null) {
            where.add("r.due_date < ?");
            values.add(filter.dueBefore());
        }
        if (filter.system() != null) {
            where.add(
                    "EXISTS (SELECT FROM task WHERE request_id = r.id AND system = ? AND state NOT IN ('ANSWERED', 'GIVEN_UP'))");
            values.add(filter.system());
        }
        // Whatever has come to a level has come to those below it.
        if (filter.alert() != null) {
            where.add(
                    "EXISTS (SELECT FROM request_alert WHERE request_id = r.id AND level = ? AND due_date = r.due_date)");
            values.add(filter.alert().name());
        }
        if (QueueFilter.NOBODY.equals(filter.assignee())) {
            where.add("c.assignee IS NULL");
        } else if (filter.assignee() != null) {
            where.add("c.assignee = ?");
            values.add(filter.assignee());
        }
    }

    /** With the numbers that Hibernate wants for parameters. */
    private static String numbered(String sql) {
        StringBuilder numbered = new StringBuilder();
        int number = 0;
        for (char c : sql.toCharArray()) {
            numbered.append(c);
            if (c == '?') {
                numbered.append(++number);
            }
        }
        return numbered.toString();
    }
}
