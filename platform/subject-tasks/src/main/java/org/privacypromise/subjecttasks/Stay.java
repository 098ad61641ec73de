package org.privacypromise.subjecttasks;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.function.Supplier;

/** Goes on in the Vert.x context where it began, wherever the work completes: a database session lives in its context. */
final class Stay {

    private Stay() {}

    static <T> Uni<T> here(Supplier<Uni<T>> work) {
        Context context = Objects.requireNonNull(Vertx.currentContext(), "jobs run in a Vert.x context");
        return Uni.createFrom().deferred(work::get).emitOn(rest -> context.runOnContext(ignored -> rest.run()));
    }
}
