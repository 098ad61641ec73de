package org.privacypromise.preferences.sendcheck;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.alert.Alerts;

/** What customers wait for. Whoever is told of it asks for it first, so a message without such a request is not sent. */
@ApplicationScoped
class AskedForRepository {

    // One that was handed over to be sent still counts: it is asked right before the sending.
    private static final String OPEN = """
            SELECT asked.place::int4
              FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY
                AS asked (key, channel, brand, product, place)
             WHERE EXISTS (
                SELECT FROM stock_alert AS alert
                 WHERE alert.customer_id IN (
                        SELECT substr(asked.key, 3) WHERE asked.key LIKE 'c:%'
                        UNION ALL
                        SELECT link.customer_id FROM contact_link AS link
                         WHERE asked.key LIKE 'p:%' AND link.contact_ref = substr(asked.key, 3))
                   AND alert.channel = asked.channel AND alert.brand = asked.brand
                   AND alert.product = coalesce(asked.product, alert.product)
                   AND alert.expires_at > $5)""";

    private final Pool pool;

    AskedForRepository(Pool pool) {
        this.pool = pool;
    }

    /** Those of these questions about messages that somebody asked for and still waits for. */
    Uni<Set<Question>> among(List<Question> questions, Instant now) {
        List<Question> alerts = questions.stream()
                .filter(question -> question.cell().purpose().equals(Alerts.PURPOSE))
                .toList();
        if (alerts.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return pool.preparedQuery(OPEN)
                .execute(Tuple.tuple()
                        .addArrayOfString(texts(alerts, Question::key))
                        .addArrayOfString(
                                texts(alerts, question -> question.cell().channel()))
                        .addArrayOfString(
                                texts(alerts, question -> question.cell().brand()))
                        .addArrayOfString(texts(alerts, Question::product))
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    Set<Question> open = new HashSet<>();
                    for (RowIterator<Row> iterator = rows.iterator(); iterator.hasNext(); ) {
                        open.add(alerts.get(iterator.next().getInteger(0) - 1));
                    }
                    return open;
                });
    }

    @SuppressWarnings("NullAway") // a product may be null, and is in SQL
    private static String[] texts(List<Question> questions, Function<Question, @Nullable String> field) {
        return questions.stream().map(field).toArray(String[]::new);
    }
}
