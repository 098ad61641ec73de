package org.privacypromise.preferences.legacyimport;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.privacypromise.preferences.choice.matrix.Cell;

/**
 * The lines of imports by whom they are about. There is no index for that on purpose: each of a million lines would pay
 * for it, and nearly always there are none.
 */
@ApplicationScoped
public class StagedChoiceRepository {

    private static final String LINES = "legacy_import AS i WHERE i.id = line.import_id AND line.key IN (?1)";

    // Whatever is applied lies there for some seconds more, and says nothing new.
    private static final String COLUMNS = """
            line.purpose, line.channel, line.brand, line.allowed, line.decided_at, i.started_at, line.source,
            line.reference, i.dry_run OR line.line > i.applied_up_to""";

    /** What is said about these subjects and waits to be applied. */
    public Uni<List<StagedChoice>> about(Collection<String> keys) {
        return read(keys, "SELECT " + COLUMNS + " FROM legacy_import_line AS line, " + LINES);
    }

    /**
     * Forgets what is said about these subjects, so that no later run brings it back; returns what waited to be applied. In
     * the transaction of somebody who has a turn with one of them: no import applies anything meanwhile.
     */
    public Uni<List<StagedChoice>> remove(Collection<String> keys) {
        return read(keys, "DELETE FROM legacy_import_line AS line USING " + LINES + " RETURNING " + COLUMNS);
    }

    private static Uni<List<StagedChoice>> read(Collection<String> keys, String sql) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter(1, keys)
                        .getResultList())
                .map(rows -> rows.stream()
                        .filter(row -> row.get(8, Boolean.class))
                        .map(StagedChoiceRepository::read)
                        .toList());
    }

    private static StagedChoice read(Tuple row) {
        OffsetDateTime decidedAt = row.get(4, OffsetDateTime.class);
        return new StagedChoice(
                new Cell(row.get(0, String.class), row.get(1, String.class), row.get(2, String.class)),
                row.get(3, Boolean.class),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.get(5, OffsetDateTime.class).toInstant(),
                row.get(6, String.class),
                row.get(7, String.class));
    }
}
