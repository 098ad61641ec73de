package org.privacypromise.outbox;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.hibernate.StaleStateException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;

/** What a failed try says about the next one. */
enum Fault {
    /** It will pass: the database is away, busy, or another transaction was faster. */
    TRANSIENT,
    /** It will stay: the event is poison. */
    PERMANENT,
    /** It may be either. */
    UNKNOWN;

    private static final List<Class<? extends Throwable>> PASSING = List.of(
            IOException.class,
            TimeoutException.class,
            io.smallrye.mutiny.TimeoutException.class,
            OptimisticLockException.class,
            PessimisticLockException.class,
            LockTimeoutException.class,
            StaleStateException.class,
            JDBCConnectionException.class,
            LockAcquisitionException.class,
            // A connection lost, or none to be had in time; the second is what Vert.x throws if it finds one lost.
            VertxException.class,
            NoStackTraceThrowable.class);

    // Connection, rolled-back transaction, resources, object in use, operator intervention, system error.
    private static final Set<String> PASSING_SQL_CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    static Fault of(Throwable fault) {
        List<Throwable> causes = causes(fault);
        if (causes.stream().anyMatch(Fault::stays)) {
            return PERMANENT;
        }
        return causes.stream().anyMatch(Fault::passes) ? TRANSIENT : UNKNOWN;
    }

    /** The innermost cause's class and place, and the message of a {@link PoisonEventException} only: others quote data. */
    static String describe(Throwable fault) {
        for (Throwable cause : causes(fault)) {
            if (cause instanceof PoisonEventException) {
                return cause.getClass().getSimpleName() + ": " + cause.getMessage();
            }
        }
        Throwable root = causes(fault).getLast();
        StackTraceElement[] trace = root.getStackTrace();
        return root.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    // What is wrong with an argument is wrong with it the next time, too.
    private static boolean stays(Throwable cause) {
        return cause instanceof PoisonEventException || cause instanceof IllegalArgumentException;
    }

    private static boolean passes(Throwable cause) {
        if (cause instanceof PgException database) {
            String state = database.getSqlState();
            return state != null && PASSING_SQL_CLASSES.contains(state.substring(0, 2));
        }
        return PASSING.stream().anyMatch(type -> type.isInstance(cause));
    }

    private static List<Throwable> causes(Throwable fault) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = fault; cause != null && causes.size() < 20; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
