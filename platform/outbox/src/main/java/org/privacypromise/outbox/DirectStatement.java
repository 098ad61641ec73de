package org.privacypromise.outbox;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.session.ReactiveSession;

/**
 * A statement that goes to the database as it is, on a session's own connection and in its transaction: for the few that
 * every change sends, where Hibernate would cost more than the database.
 */
public final class DirectStatement {

    private DirectStatement() {}

    /**
     * @param sql with parameters {@code $1}, {@code $2}; nothing that the session has read or is about to write
     * @param values as the PostgreSQL client takes them
     * @return how many rows it has written
     */
    public static Uni<Integer> update(Mutiny.Session session, String sql, Object... values) {
        return Uni.createFrom()
                .completionStage(() -> reactive(session).getReactiveConnection().update(sql, values));
    }

    /** What lies behind Hibernate Reactive's public interface, which has neither this nor a hook after the commit. */
    static ReactiveSession reactive(Mutiny.Session session) {
        return ((MutinySessionImpl) session).unwrap(ReactiveSession.class);
    }
}
