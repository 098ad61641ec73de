package org.privacypromise.preferences.suppression;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.privacypromise.preferences.choice.matrix.Cell;

/** The opt-outs that outlive whoever made them. They are looked up by contact reference; nothing else is known of them. */
@ApplicationScoped
public class SuppressionRepository {

    /** Of the same no at the same contact point the first one stays. */
    public Uni<Void> add(Collection<Suppression> suppressions) {
        return Multi.createFrom()
                .iterable(suppressions)
                .onItem()
                .transformToUniAndConcatenate(SuppressionRepository::add)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Integer> add(Suppression suppression) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        INSERT INTO suppression (contact_ref, purpose, channel, brand, since, reason)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING""")
                        .setParameter(1, suppression.contactRef())
                        .setParameter(2, suppression.cell().purpose())
                        .setParameter(3, suppression.cell().channel())
                        .setParameter(4, suppression.cell().brand())
                        .setParameter(5, suppression.since())
                        .setParameter(6, suppression.reason().name())
                        .executeUpdate());
    }

    public Uni<List<Suppression>> of(Collection<String> contactRefs) {
        if (contactRefs.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT contact_ref, purpose, channel, brand, since, reason FROM suppression
                        WHERE contact_ref IN (?1) ORDER BY contact_ref, purpose, channel, brand""", Tuple.class)
                        .setParameter(1, contactRefs)
                        .getResultList())
                .map(rows -> rows.stream().map(SuppressionRepository::read).toList());
    }

    private static Suppression read(Tuple row) {
        return new Suppression(
                row.get(0, String.class),
                new Cell(row.get(1, String.class), row.get(2, String.class), row.get(3, String.class)),
                row.get(4, OffsetDateTime.class).toInstant(),
                Suppression.Reason.valueOf(row.get(5, String.class)));
    }

    /** Whoever is reached by this contact point has said yes to these cells since. */
    public Uni<Void> lift(String contactRef, Collection<Cell> cells) {
        return Multi.createFrom()
                .iterable(cells)
                .onItem()
                .transformToUniAndConcatenate(cell -> lift(contactRef, cell))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Integer> lift(String contactRef, Cell cell) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        DELETE FROM suppression
                        WHERE contact_ref = ?1 AND purpose = ?2 AND channel = ?3 AND brand = ?4""")
                        .setParameter(1, contactRef)
                        .setParameter(2, cell.purpose())
                        .setParameter(3, cell.channel())
                        .setParameter(4, cell.brand())
                        .executeUpdate());
    }

    /** Forgets that anybody said no here. */
    public Uni<Integer> remove(Collection<String> contactRefs) {
        if (contactRefs.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("DELETE FROM suppression WHERE contact_ref IN (?1)")
                        .setParameter(1, contactRefs)
                        .executeUpdate());
    }
}
