package org.privacypromise.preferences.sendcheck;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.sendcheck.WhatIsKnown.Stored;
import org.privacypromise.preferences.sendcheck.WhatIsKnown.StoredChoice;

/** Looks up everything about a batch of questions in one statement, without a session or a transaction around it. */
@ApplicationScoped
class SendCheckRepository {

    private static final int OWN = 0;
    private static final int CUSTOMER = 1;

    private static final String CHOICE = """
            jsonb_path_query_first(
                held.choices,
                '$.list[*] ? (@.purpose == $purpose && @.channel == $channel && @.brand == $brand)',
                ($3::jsonb[])[asked.cell])""";

    // Of one row for each question few columns are sent: what is not needed is NULL.
    private static final String NAMED = """
            SELECT asked.place::int4, 0 AS origin, held.version,
                   CASE WHEN choice IS NULL THEN held.created_at END,
                   (choice ->> 'allowed')::boolean, choice ->> 'noticeVersion',
                   CASE WHEN asked.key LIKE 'p:%%' THEN choice ->> 'since' END,
                   CASE WHEN choice IS NULL THEN held.memory ->> 'everythingOff' IS NOT NULL END,
                   nullif(held.restricted, false)
              FROM unnest($1::text[], $2::int4[]) WITH ORDINALITY AS asked (key, cell, place)
              JOIN preferences AS held ON held.key = asked.key
             CROSS JOIN LATERAL %s AS choice""".formatted(CHOICE);

    private static final String NAMED_AND_REACHED = """
            %s
            UNION ALL
            SELECT asked.place, 1, held.version,
                   CASE WHEN choice IS NULL THEN held.created_at END,
                   (choice ->> 'allowed')::boolean, choice ->> 'noticeVersion', NULL,
                   CASE WHEN choice IS NULL THEN held.memory ->> 'everythingOff' IS NOT NULL END,
                   nullif(held.restricted, false)
              FROM unnest($4::text[], $5::int4[], $6::int4[]) AS asked (ref, cell, place)
              JOIN contact_link AS link ON link.contact_ref = asked.ref
              JOIN preferences AS held ON held.key = 'c:' || link.customer_id
             CROSS JOIN LATERAL %s AS choice
            UNION ALL
            SELECT asked.place, 2, NULL, suppression.since, NULL, NULL, NULL, NULL, NULL
              FROM unnest($4::text[], $5::int4[], $6::int4[]) AS asked (ref, cell, place)
              JOIN suppression ON suppression.contact_ref = asked.ref
                              AND suppression.purpose = ($3::jsonb[])[asked.cell] ->> 'purpose'
                              AND suppression.channel = ($3::jsonb[])[asked.cell] ->> 'channel'
                              AND suppression.brand = ($3::jsonb[])[asked.cell] ->> 'brand'""".formatted(NAMED, CHOICE);

    private final Pool pool;
    private final OfferedCells cells;

    SendCheckRepository(Pool pool, OfferedCells cells) {
        this.pool = pool;
        this.cells = cells;
    }

    /** @param questions about cells that there are */
    Uni<WhatIsKnown> lookUp(List<Question> questions) {
        boolean customersOnly = questions.stream().noneMatch(Question::atContactPoint);
        Tuple parameters = ofEach(questions);
        return pool.preparedQuery(customersOnly ? NAMED : NAMED_AND_REACHED)
                .execute(customersOnly ? parameters : andOfContactPoints(parameters, questions))
                .map(rows -> read(rows, questions.size()));
    }

    private Tuple ofEach(List<Question> questions) {
        String[] keys = new String[questions.size()];
        Integer[] numbers = new Integer[questions.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = questions.get(i).key();
            numbers[i] = number(questions.get(i));
        }
        return Tuple.tuple().addArrayOfString(keys).addArrayOfInteger(numbers).addArrayOfJsonObject(cells.named());
    }

    private Tuple andOfContactPoints(Tuple parameters, List<Question> questions) {
        List<String> refs = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            if (question.atContactPoint()) {
                refs.add(question.id());
                numbers.add(number(question));
                places.add(i + 1);
            }
        }
        return parameters
                .addArrayOfString(refs.toArray(new String[0]))
                .addArrayOfInteger(numbers.toArray(new Integer[0]))
                .addArrayOfInteger(places.toArray(new Integer[0]));
    }

    private int number(Question question) {
        return Objects.requireNonNull(cells.find(question.cell())).number();
    }

    private static WhatIsKnown read(RowSet<Row> rows, int questions) {
        WhatIsKnown known = new WhatIsKnown(questions);
        for (RowIterator<Row> iterator = rows.iterator(); iterator.hasNext(); ) {
            Row row = iterator.next();
            int place = row.getInteger(0) - 1;
            switch (row.getInteger(1)) {
                case OWN -> known.own(place, stored(row));
                case CUSTOMER -> known.customer(place, stored(row));
                default -> known.suppressed(place, row.getOffsetDateTime(3).toInstant());
            }
        }
        return known;
    }

    private static Stored stored(Row row) {
        OffsetDateTime createdAt = row.getOffsetDateTime(3);
        return new Stored(
                row.getLong(2),
                createdAt == null ? null : createdAt.toInstant(),
                Boolean.TRUE.equals(row.getBoolean(7)),
                Boolean.TRUE.equals(row.getBoolean(8)),
                choice(row));
    }

    private static @Nullable StoredChoice choice(Row row) {
        Boolean allowed = row.getBoolean(4);
        return allowed == null ? null : new StoredChoice(allowed, row.getString(5), row.getString(6));
    }
}
