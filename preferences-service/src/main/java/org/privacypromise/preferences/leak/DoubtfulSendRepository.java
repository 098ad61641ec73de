package org.privacypromise.preferences.leak;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.privacypromise.preferences.choice.matrix.Cell;

/** Messages about which it is not clear yet whether they should have been sent. */
@ApplicationScoped
class DoubtfulSendRepository {

    Uni<Integer> add(Message message, Instant nextLook) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        INSERT INTO doubtful_send (key, purpose, channel, brand, message_ref, system, sent_at,
                                                   next_attempt_at, attempts)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0) ON CONFLICT DO NOTHING""")
                        .setParameter(1, message.key())
                        .setParameter(2, message.cell().purpose())
                        .setParameter(3, message.cell().channel())
                        .setParameter(4, message.cell().brand())
                        .setParameter(5, message.messageRef())
                        .setParameter(6, message.system())
                        .setParameter(7, message.sentAt())
                        .setParameter(8, nextLook)
                        .executeUpdate());
    }

    /** Takes some whose time has come; who takes them judges them in the same transaction. */
    Uni<List<Message>> take(Instant now, int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        DELETE FROM doubtful_send WHERE (key, purpose, channel, brand, message_ref) IN (
                            SELECT key, purpose, channel, brand, message_ref FROM doubtful_send
                             WHERE next_attempt_at <= ?1 ORDER BY next_attempt_at LIMIT ?2 FOR UPDATE SKIP LOCKED)
                        RETURNING key, purpose, channel, brand, message_ref, system, sent_at""", Tuple.class)
                        .setParameter(1, now)
                        .setParameter(2, limit)
                        .getResultList())
                .map(rows -> rows.stream().map(DoubtfulSendRepository::read).toList());
    }

    private static Message read(Tuple row) {
        return new Message(
                row.get(5, String.class),
                row.get(0, String.class),
                new Cell(row.get(1, String.class), row.get(2, String.class), row.get(3, String.class)),
                row.get(6, OffsetDateTime.class).toInstant(),
                row.get(4, String.class));
    }

    Uni<Integer> remove(Collection<String> keys) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("DELETE FROM doubtful_send WHERE key IN (?1)")
                        .setParameter(1, keys)
                        .executeUpdate());
    }
}
