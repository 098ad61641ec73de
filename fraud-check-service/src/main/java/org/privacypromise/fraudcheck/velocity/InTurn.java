package org.privacypromise.fraudcheck.velocity;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;

/**
 * Lets what is called by the same name happen one after the other in this process. The database locks the same names, but
 * who waits there holds a connection: a flood from one origin would take them all from everybody else.
 */
@ApplicationScoped
class InTurn {

    private static final int LONGEST_QUEUE = 100;

    private final Map<String, Queue<Runnable>> queues = new HashMap<>();
    private final Vertx vertx;

    InTurn(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Does the work when nothing else is being done under any of these names.
     *
     * @return fails with a {@link ProblemException} if too many wait already
     */
    <T> Uni<T> await(List<String> names, Supplier<Uni<T>> work) {
        Supplier<Uni<T>> all = work;
        // Always in the order of the names: nobody waits for somebody who waits for them.
        for (String name :
                names.stream().distinct().sorted((a, b) -> b.compareTo(a)).toList()) {
            Supplier<Uni<T>> inner = all;
            all = () -> under(name, inner);
        }
        return Uni.createFrom().deferred(all::get);
    }

    private <T> Uni<T> under(String name, Supplier<Uni<T>> work) {
        Context context = vertx.getOrCreateContext();
        return Uni.createFrom().emitter(emitter -> {
            Runnable turn = () -> Uni.createFrom()
                    .deferred(work::get)
                    .onTermination()
                    .invoke(() -> next(name))
                    .subscribe()
                    .with(emitter::complete, emitter::fail);
            // A session lives in its Vert.x context, so each goes on in its own.
            switch (enqueue(name, () -> context.runOnContext(ignored -> turn.run()))) {
                case FIRST -> turn.run();
                case FULL ->
                    emitter.fail(new ProblemException(
                            ProblemType.UNAVAILABLE,
                            "Too much of the same at this moment. Try again in a few seconds."));
                case WAITING -> {}
            }
        });
    }

    private enum Place {
        FIRST,
        WAITING,
        FULL
    }

    private synchronized Place enqueue(String name, Runnable turn) {
        Queue<Runnable> queue = queues.get(name);
        if (queue == null) {
            queues.put(name, new ArrayDeque<>());
            return Place.FIRST;
        }
        if (queue.size() >= LONGEST_QUEUE) {
            return Place.FULL;
        }
        queue.add(turn);
        return Place.WAITING;
    }

    private void next(String name) {
        Runnable turn;
        synchronized (this) {
            Queue<Runnable> queue = queues.get(name);
            turn = queue == null ? null : queue.poll();
            if (turn == null) {
                queues.remove(name);
                return;
            }
        }
        turn.run();
    }
}
