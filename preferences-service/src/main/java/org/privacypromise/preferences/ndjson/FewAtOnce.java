package org.privacypromise.preferences.ndjson;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Lets only so many pieces of work begin before one of them ends; the others wait in the order in which they came. However
 * many bodies are streamed at once, they leave most of the database's connections to customers.
 */
final class FewAtOnce {

    private final int most;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;

    FewAtOnce(int most) {
        this.most = most;
    }

    /** @param where the work runs, and its result is handed on: each piece stays on its own event loop */
    <T> Uni<T> run(Executor where, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .emitter(done -> begin(() -> where.execute(() -> work.get()
                        .onTermination()
                        .invoke(this::ended)
                        .subscribe()
                        .with(done::complete, done::fail))));
    }

    private void begin(Runnable work) {
        synchronized (this) {
            if (running == most) {
                waiting.add(work);
                return;
            }
            running++;
        }
        work.run();
    }

    private void ended() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                running--;
            }
        }
        if (next != null) {
            next.run();
        }
    }
}
