package org.privacypromise.subjecttasks;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;

/** A test's own look into the database, or hand in it. */
final class InSession {

    private InSession() {}

    static <T> T in(Supplier<Uni<T>> work) {
        return job(() -> Panache.withTransaction(work));
    }

    static <T> T job(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(String sql, Object... parameters) {
        in(() -> Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.executeUpdate();
        }));
    }

    static List<String> texts(String sql, Object... parameters) {
        return in(() -> Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql, String.class);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.getResultList();
        }));
    }
}
