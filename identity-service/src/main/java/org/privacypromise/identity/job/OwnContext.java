package org.privacypromise.identity.job;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.concurrent.Executor;

/** The Vert.x context of a job: its database session lives there, whatever thread the world outside answers on. */
public final class OwnContext {

    private OwnContext() {}

    /** Where the caller is now; for {@code emitOn} after a call to the outside. */
    public static Executor executor() {
        Context context = Objects.requireNonNull(Vertx.currentContext(), "not on a Vert.x context");
        return command -> context.runOnContext(ignored -> command.run());
    }
}
